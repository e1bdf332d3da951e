package io.hexcache.benchmarks.peers.contest;

import io.hexcache.benchmarks.peers.measure.Figures;
import io.hexcache.benchmarks.peers.plan.Callers;
import io.hexcache.benchmarks.peers.plan.Contestant;
import io.hexcache.benchmarks.peers.plan.PeerSystem;
import io.hexcache.benchmarks.peers.plan.Scenario;
import io.hexcache.benchmarks.peers.plan.Volume;
import io.hexcache.benchmarks.peers.process.Child;
import io.hexcache.benchmarks.peers.process.ChildFailure;
import io.hexcache.contract.server.RedisProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Storms keys from one process, and from four at once; the loads of all of them are added up. */
record StampedeContest(Contest contest, RedisProcess redis, Results results) {

    private static final int PROCESSES = 4;
    private static final int WARMING = 50;

    void run(List<Contestant> contestants) {
        for (Contestant contestant : contestants) {
            // Pools are the same for a stampede: one size of each system will do.
            if (contestant.equals(contestant.system().contestants().getLast())) {
                storm(contestant);
            }
        }
    }

    private void storm(Contestant contestant) {
        if (contestant.system() == PeerSystem.REDIS_BENCHMARK) {
            return;
        }
        contest.progress().accept("stampede, " + contestant);
        List<Child> children = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                children.add(Child.start(contest.order(contestant, Scenario.STAMPEDE, redis)));
            }
            boolean ready = true;
            for (Child child : children) {
                ready &= child.awaitReady();
            }
            if (ready) {
                Callers each = new Callers(contest.volume().stormers(), Callers.Kind.VIRTUAL);
                // The first storm, a small one, loads the classes.
                storm("warm-up:" + contestant.system().id(), new Callers(WARMING, Callers.Kind.VIRTUAL), children);
                int runs = contestant.system() == PeerSystem.HEXCACHE ? contest.volume().stampedes()
                        : Volume.PEER_STAMPEDES;
                for (int run = 0; run < runs; run++) {
                    String id = contestant.system().id() + ":" + run;
                    add(contestant, each.label(), storm("one:" + id, each, children.subList(0, 1)));
                    add(contestant, PROCESSES + "x" + each.label(), storm("all:" + id, each, children));
                }
            }
        } catch (ChildFailure broken) {
            results.note("stampede: " + broken.getMessage() + ".");
        } finally {
            children.forEach(Child::close);
        }
    }

    private static Figures storm(String id, Callers callers, List<Child> children) {
        children.forEach(child -> child.say(id + " " + callers.label()));
        List<Figures> answers = children.stream().map(Child::hear).toList();
        double loads = answers.stream().mapToDouble(answer -> answer.get(Figures.LOADS)).sum();
        double millis = answers.stream().mapToDouble(answer -> answer.get(Figures.MILLIS)).max().orElseThrow();
        return new Figures(Map.of(Figures.LOADS, loads, Figures.MILLIS, millis, Figures.RATE, callers.count() * children
                .size() / millis * 1e3));
    }

    private void add(Contestant contestant, String callers, Figures figures) {
        results.add(new Measurement(Scenario.STAMPEDE, contestant.system(), callers, ""), figures);
    }
}
