package io.hexcache.benchmarks.peers.plan;

import java.time.Duration;

/**
 * How long one measurement takes.
 *
 * @param warmUp before the first measurement of a process
 * @param settle before each measurement, unmeasured
 * @param throughput in which operations, processor time and allocated bytes are counted
 * @param latency in which every operation is timed
 */
public record Intervals(Duration warmUp, Duration settle, Duration throughput, Duration latency) {

    /** For figures. */
    public static final Intervals FULL = of(5_000, 500, 2_000, 1_000);

    /** For a first look. */
    public static final Intervals QUICK = of(1_000, 50, 300, 200);

    /** In milliseconds. */
    public static Intervals of(long warmUp, long settle, long throughput, long latency) {
        return new Intervals(Duration.ofMillis(warmUp), Duration.ofMillis(settle), Duration.ofMillis(throughput),
                Duration.ofMillis(latency));
    }
}
