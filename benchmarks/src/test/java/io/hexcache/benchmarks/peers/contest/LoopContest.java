package io.hexcache.benchmarks.peers.contest;

import io.hexcache.benchmarks.peers.measure.Filling;
import io.hexcache.benchmarks.peers.measure.Ids;
import io.hexcache.benchmarks.peers.plan.Callers;
import io.hexcache.benchmarks.peers.plan.Contestant;
import io.hexcache.benchmarks.peers.plan.PeerSystem;
import io.hexcache.benchmarks.peers.plan.Scenario;
import io.hexcache.benchmarks.peers.process.Child;
import io.hexcache.benchmarks.peers.process.ChildFailure;
import io.hexcache.benchmarks.peers.system.PeerSettings;
import io.hexcache.benchmarks.peers.system.Peers;
import io.hexcache.benchmarks.peers.system.RemoteReads;
import io.hexcache.contract.server.RedisProcess;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** All contestants stand ready in their processes, and take turns: what one round measures lies close together. */
record LoopContest(Contest contest, Scenario scenario, RedisProcess redis, Results results) {

    private static final int GENERATOR_POOL = 16;

    void run(List<Contestant> contestants) {
        List<Entrant> entrants = new ArrayList<>();
        try {
            for (Contestant contestant : contestants) {
                enter(contestant, entrants);
            }
            for (int round = 0; round < contest.rounds(); round++) {
                for (Callers callers : scenario.callers().stream().filter(callers -> entrants.stream().anyMatch(
                        entrant -> entrant.takes(callers))).toList()) {
                    contest.progress().accept("%s, %s, round %d of %d".formatted(scenario.id(), callers.label(), round
                            + 1, contest.rounds()));
                    // Another one begins each time, so that nobody is always the first after a pause.
                    turns(List.copyOf(entrants), round).forEach(entrant -> measure(entrant, callers, entrants));
                }
            }
        } finally {
            entrants.forEach(Entrant::close);
        }
    }

    private void enter(Contestant contestant, List<Entrant> entrants) {
        contest.progress().accept("%s, preparing %s".formatted(scenario.id(), contestant));
        if (contestant.system() == PeerSystem.REDIS_BENCHMARK) {
            enterGenerator(contestant, entrants);
            return;
        }
        Child child = Child.start(contest.order(contestant, scenario, redis));
        Entrant entrant = new JavaEntrant(contestant, child);
        entrants.add(entrant);
        try {
            if (child.awaitReady()) {
                List<Callers> callers = scenario.callers().stream().filter(entrant::takes).toList();
                for (Callers each : callers) {
                    entrant.warmUp(each, contest.intervals().warmUp().dividedBy(callers.size()));
                }
                return;
            }
            entrants.remove(entrant);
        } catch (ChildFailure broken) {
            entrants.remove(entrant);
            giveUp(broken);
        }
        child.close();
    }

    private void enterGenerator(Contestant contestant, List<Entrant> entrants) {
        if (scenario != Scenario.L2_HIT) {
            return;
        }
        if (!GeneratorEntrant.isInstalled()) {
            results.note("redis-benchmark is not on the PATH, so what it reaches is not known.");
            return;
        }
        int keys = contest.volume().keys();
        PeerSettings plain = new PeerSettings(URI.create(redis.uri()), GENERATOR_POOL, 1);
        try (RemoteReads jedis = (RemoteReads) Peers.connect(PeerSystem.JEDIS, plain)) {
            new Filling(keys, Ids::of).into(jedis::store);
        }
        entrants.add(new GeneratorEntrant(contestant, redis, keys));
    }

    private void measure(Entrant entrant, Callers callers, List<Entrant> entrants) {
        if (!entrant.takes(callers)) {
            return;
        }
        Contestant contestant = entrant.contestant();
        try {
            results.add(new Measurement(scenario, contestant.system(), callers, contestant.variant()), entrant.measure(
                    callers, contest.intervals()));
        } catch (ChildFailure broken) {
            entrants.remove(entrant);
            giveUp(broken);
            entrant.close();
        }
        if (scenario == Scenario.MISS_LOAD) {
            // What was missed and stored must not fill the memory of the server.
            redis.command("FLUSHALL");
        }
    }

    private void giveUp(ChildFailure broken) {
        String sentence = "%s: %s.".formatted(scenario.id(), broken.getMessage());
        results.note(sentence);
        contest.progress().accept(sentence);
    }

    private static List<Entrant> turns(List<Entrant> entrants, int round) {
        if (entrants.isEmpty()) {
            return entrants;
        }
        int first = round % entrants.size();
        List<Entrant> turns = new ArrayList<>(entrants.subList(first, entrants.size()));
        turns.addAll(entrants.subList(0, first));
        return turns;
    }
}
