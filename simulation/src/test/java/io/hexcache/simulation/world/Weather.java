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

    /** Each run is bad in one way, and has a little of everything else. */
    public static Weather of(SplittableRandom random) {
        int worst = random.nextInt(6);
        return new Weather(some(random, worst == 0, 0.2), some(random, worst == 1, 0.3), some(random, worst == 2, 0.2),
                some(
                        random, worst == 3, 0.04),
                some(random, worst == 4, 0.1), some(random, worst == 5, 0.15));
    }

    private static double some(SplittableRandom random, boolean bad, double most) {
        return random.nextDouble() * (bad ? most : most / 20);
    }
}
