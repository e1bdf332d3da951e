package io.hexcache.simulation.schedule;

import java.time.Duration;

/**
 * What a run may take before it fails.
 *
 * @param steps how often a task may be chosen
 * @param kept how many of the last steps are kept for the trace
 * @param stuck how long, on the clock on the wall, one step may take
 */
public record Limits(long steps, int kept, Duration stuck) {

    /** For a test of a few tasks. */
    public static final Limits SMALL = new Limits(100_000, 1_000, Duration.ofSeconds(30));

    /** For a long run of many nodes. */
    public static final Limits LARGE = new Limits(100_000_000, 5_000, Duration.ofSeconds(30));
}
