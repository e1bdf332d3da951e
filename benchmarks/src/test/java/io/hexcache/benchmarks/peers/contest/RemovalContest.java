package io.hexcache.benchmarks.peers.contest;

import io.hexcache.benchmarks.peers.measure.Figures;
import io.hexcache.benchmarks.peers.plan.Contestant;
import io.hexcache.benchmarks.peers.plan.PeerSystem;
import io.hexcache.benchmarks.peers.plan.Scenario;
import io.hexcache.benchmarks.peers.process.Child;
import io.hexcache.benchmarks.peers.process.ChildFailure;
import io.hexcache.benchmarks.peers.system.Removals.Selection;
import io.hexcache.contract.server.RedisProcess;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Removes many keys out of very many, and looks from beside how the server bears it. */
record RemovalContest(Contest contest, RedisProcess redis, Results results) {

    private static final long SLOW_MICROS = 5_000;
    private static final int IDLE_INTERVALS = 4;

    void run(List<Contestant> contestants) {
        redis.command("CONFIG", "SET", "slowlog-log-slower-than", "" + SLOW_MICROS);
        for (Contestant contestant : contestants) {
            // One caller uses one connection: one size of each pool will do.
            boolean measured = contestant.equals(contestant.system().contestants().getFirst()) && contestant
                    .system() != PeerSystem.REDIS_BENCHMARK;
            if (measured) {
                compete(contestant);
                redis.command("FLUSHALL", "ASYNC");
            }
        }
    }

    private void compete(Contestant contestant) {
        contest.progress().accept("invalidate, preparing " + contestant);
        try (Child child = Child.start(contest.order(contestant, Scenario.INVALIDATE, redis))) {
            if (!child.awaitReady()) {
                return;
            }
            // Not measured: the first removal of each kind loads classes.
            for (int round = -1; round < contest.rounds(); round++) {
                for (Selection selection : Selection.values()) {
                    if (child.ask("offers " + selection).get("offered") > 0) {
                        contest.progress().accept("invalidate, %s, by %s, round %d of %d".formatted(contestant, name(
                                selection), round + 1, contest.rounds()));
                        Figures figures = remove(child, selection);
                        if (round >= 0) {
                            results.add(new Measurement(Scenario.INVALIDATE, contestant.system(), Scenario.INVALIDATE
                                    .callers().getFirst(), "by " + name(selection)), figures);
                        }
                    }
                }
            }
        } catch (ChildFailure broken) {
            results.note("invalidate: " + broken.getMessage() + ".");
        }
    }

    private Figures remove(Child child, Selection selection) {
        child.ask("doom");
        try (Pinger alone = new Pinger(redis)) {
            alone.continueFor(contest.intervals().latency().multipliedBy(IDLE_INTERVALS));
            double idle = alone.stop();
            redis.command("SLOWLOG", "RESET");
            try (Pinger meanwhile = new Pinger(redis)) {
                Figures removal = child.ask("remove " + selection);
                double during = meanwhile.stop();
                double slow = ((Number) redis.command("SLOWLOG", "LEN")).doubleValue();
                return removal.and(new Figures(Map.of(Figures.PING_IDLE, idle, Figures.PING_DURING, during,
                        Figures.SLOW, slow)));
            }
        }
    }

    private static String name(Selection selection) {
        return selection.name().toLowerCase(Locale.ROOT);
    }
}
