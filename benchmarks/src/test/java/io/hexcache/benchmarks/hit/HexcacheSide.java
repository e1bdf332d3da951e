package io.hexcache.benchmarks.hit;

import io.hexcache.domain.Cache;
import io.hexcache.domain.coherence.PulseService;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.Policies;
import io.hexcache.domain.statistics.CacheEvent;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Our side: a node whose trust is renewed by pulses, as in a running service. */
@State(Scope.Benchmark)
public class HexcacheSide {

    /** One in so many. */
    private static final int MOST_OTHERS = 1_000;

    private final HitNode node = new HitNode(System::nanoTime, InstantSource.system(), Policies.everywhere(
            NamespacePolicy.DEFAULT)::of, ports -> ports);
    private final ScheduledExecutorService pulses = Executors.newSingleThreadScheduledExecutor();

    Cache<String> cache;

    /** Fills L1. */
    @Setup(Level.Trial)
    public void fill() {
        Workload workload = new Workload();
        node.invalidateTag("long-ago");
        workload.keys().forEach(key -> node.put(workload, key));
        long period = PulseService.PERIOD.toMillis();
        // Should a pulse throw, they end, and the check finds the reads that L1 then leaves to L2.
        Future<?> _ = pulses.scheduleAtFixedRate(node::pulse, period, period, TimeUnit.MILLISECONDS);
        cache = node.cache();
    }

    /**
     * Reads that L1 does not answer would make the figure one of something else. A few there are where the machine
     * leaves the pulses no processor, and trust runs out.
     */
    @TearDown(Level.Trial)
    public void check() {
        pulses.shutdownNow();
        long others = node.count(CacheEvent.L2_HIT) + node.count(CacheEvent.MISS);
        long hits = node.count(CacheEvent.L1_HIT);
        if (others * MOST_OTHERS > hits || hits == 0) {
            throw new IllegalStateException(others + " reads were not answered by L1, " + hits + " were");
        }
    }
}
