package io.hexcache.benchmarks.peers.report;

import static io.hexcache.benchmarks.peers.plan.PeerSystem.CAFFEINE;
import static io.hexcache.benchmarks.peers.plan.PeerSystem.HEXCACHE;
import static io.hexcache.benchmarks.peers.plan.PeerSystem.JEDIS;
import static io.hexcache.benchmarks.peers.plan.PeerSystem.JETCACHE_JEDIS;
import static io.hexcache.benchmarks.peers.plan.PeerSystem.JETCACHE_LETTUCE;
import static io.hexcache.benchmarks.peers.plan.PeerSystem.LETTUCE;
import static io.hexcache.benchmarks.peers.plan.PeerSystem.LETTUCE_CONSOLIDATED;
import static io.hexcache.benchmarks.peers.plan.PeerSystem.REDISSON;
import static io.hexcache.benchmarks.peers.plan.PeerSystem.REDIS_BENCHMARK;
import static io.hexcache.benchmarks.peers.plan.PeerSystem.SPRING_DATA_REDIS;

import io.hexcache.benchmarks.peers.contest.Measurement;
import io.hexcache.benchmarks.peers.contest.Results;
import io.hexcache.benchmarks.peers.measure.Figures;
import io.hexcache.benchmarks.peers.plan.PeerSystem;
import io.hexcache.benchmarks.peers.plan.Scenario;
import io.hexcache.benchmarks.peers.report.RatioGate.Place;
import io.hexcache.benchmarks.peers.report.WorstGate.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The numbers to reach. */
final class Gates {

    private static final Set<PeerSystem> JETCACHE = Set.of(JETCACHE_JEDIS, JETCACHE_LETTUCE);
    private static final Set<PeerSystem> TWO_LEVELS = Set.of(JETCACHE_JEDIS, JETCACHE_LETTUCE, REDISSON);

    /** They let one caller of many load: Redisson by a lock in Redis, the others within the process. */
    private static final Set<PeerSystem> PROTECTING = Set.of(JETCACHE_JEDIS, JETCACHE_LETTUCE, REDISSON);
    private static final Set<PeerSystem> LOADING = Set.of(JEDIS, LETTUCE, LETTUCE_CONSOLIDATED, REDISSON,
            JETCACHE_JEDIS, JETCACHE_LETTUCE, SPRING_DATA_REDIS);
    private static final Set<PeerSystem> BY_HAND = Set.of(JEDIS, LETTUCE, LETTUCE_CONSOLIDATED);
    private static final double NONE = 0;
    private static final double PING_MICROS = 2_000;
    private static final double TAG_MILLIS = 30;

    private Gates() {}

    static List<Verdict> judge(Results results) {
        List<Gate> all = new ArrayList<>(remote());
        all.addAll(local());
        all.addAll(loading());
        Stream.of("by tag", "by prefix", "by pattern").map(Gates::removal).forEach(all::addAll);
        return all.stream().map(gate -> gate.judge(results)).toList();
    }

    private static List<Gate> remote() {
        Place many = new Place(Scenario.L2_HIT, "1024-virtual");
        Place some = new Place(Scenario.L2_HIT, "64-platform");
        Place one = new Place(Scenario.L2_HIT, "1-platform");
        return List.of(new RatioGate(many, Set.of(JEDIS), 8, 10), new RatioGate(many, Set.of(LETTUCE), 3, 4),
                new RatioGate(many, Set.of(REDISSON), 10, 12), new RatioGate(many, "50-clients", Set.of(
                        REDIS_BENCHMARK), 0.4, 0.6),
                new RatioGate(some, Set.of(JEDIS), 2, 2.5), new RatioGate(some, Set.of(LETTUCE), 1.5, 2),
                new RatioGate(one, Set.of(JEDIS), 0.9, 1));
    }

    private static List<Gate> local() {
        Place hit = new Place(Scenario.L1_HIT, "1-platform");
        Place batch = new Place(Scenario.BATCH, "16-platform");
        Measurement ours = new Measurement(Scenario.L1_HIT, HEXCACHE, "1-platform", "");
        return List.of(new RatioGate(hit, JETCACHE, 5, NONE), new RatioGate(hit, Set.of(REDISSON), 10, NONE),
                new WorstGate("l1-hit, allocation", "bytes", ours, round -> round.get(Figures.BYTES), new Bound(1,
                        false)),
                new RatioGate(hit, Set.of(CAFFEINE), NONE, 1), new RatioGate(batch, TWO_LEVELS, 1.5, NONE),
                new RatioGate(batch, BY_HAND, NONE, 1));
    }

    private static List<Gate> loading() {
        Place miss = new Place(Scenario.MISS_LOAD, "16-platform");
        return List.of(new RatioGate(miss, PROTECTING, 1, NONE), new RatioGate(miss, LOADING, NONE, 1.5), loads(
                "1000-virtual"), loads("4x1000-virtual"));
    }

    private static Gate loads(String callers) {
        Measurement ours = new Measurement(Scenario.STAMPEDE, HEXCACHE, callers, "");
        return new WorstGate("stampede, " + callers + ", loads at the source", "loads", ours, round -> round.get(
                Figures.LOADS), new Bound(1, true));
    }

    private static List<Gate> removal(String variant) {
        Measurement ours = new Measurement(Scenario.INVALIDATE, HEXCACHE, "1-platform", variant);
        String what = "invalidate " + variant;
        Gate slow = new WorstGate(what + ", commands over 5 ms", "commands", ours, round -> round.get(Figures.SLOW),
                new Bound(0, true));
        Gate ping = new WorstGate(what + ", p99.9 of a ping above its idle one", "microseconds", ours, round -> Math
                .max(0, round.get(Figures.PING_DURING) - round.get(Figures.PING_IDLE)), new Bound(PING_MICROS, false));
        Gate time = new WorstGate(what + ", time (a goal)", "ms", ours, round -> round.get(Figures.MILLIS), new Bound(
                TAG_MILLIS, false));
        return variant.equals("by tag") ? List.of(slow, ping, time) : List.of(slow, ping);
    }
}
