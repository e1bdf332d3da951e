package io.hexcache.simulation.world;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How bad it is on the way of one call or message: chances from 0 to 1. Each run has its own.
 *
 * @param loss of a message
 * @param doubling of a message
 * @param delay of a message by 50 ms to 3 s
 * @param late a call times out, and may be applied later
 * @param sourceFailure a change at the source fails
 * @param slowness a call takes much longer than others, but is in time
 */
public record Weather(double loss, double doubling, double delay, double late, double sourceFailure,
        double slowness) {

    /** How long a client waits for an answer. */
    static final Duration TIMEOUT = Duration.ofMillis(250);

    /** Nothing goes wrong. */
    public static final Weather FINE = new Weather(0, 0, 0, 0, 0, 0);

    /** Some runs are rough, some are calm, and most have their own speciality. */
    public static Weather of(SplittableRandom random) {
        return new Weather(some(random, 0.02), some(random, 0.06), some(random, 0.05), some(random, 0.008), some(random,
                0.03), some(random, 0.05));
    }

    private static double some(SplittableRandom random, double most) {
        double share = random.nextDouble();
        return most * share * share * 2;
    }
}
