package io.hexcache.domain.policy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.util.random.RandomGenerator;

/**
 * Decides by lot whether a reader refreshes an entry before it expires, so that a popular entry is refreshed about
 * once, by one of its readers, and the sooner the longer its load takes (Vattani, Chierichetti and Lowenstein, "Optimal
 * probabilistic cache stampede prevention", VLDB 2015).
 *
 * @param beta above 1 favours earlier refreshes, below 1 later ones; more than 0, at most 100 (1.0)
 */
public record XFetch(double beta) {

    /** As in the paper. */
    public static final XFetch DEFAULT = new XFetch(1);

    private static final double MAX_BETA = 100;

    /** Checks beta. */
    public XFetch {
        if (!(beta > 0 && beta <= MAX_BETA)) {
            throw new CacheConfigurationException("xfetch beta is " + beta + "; it must be above 0 and at most 100");
        }
    }

    /**
     * Whether {@code now - loadTime * beta * ln(random) >= expiry}. True with probability
     * {@code e^(-remaining / (beta * loadTime))}, and always once the entry has expired.
     *
     * @param remainingNanos expiry less now; 0 or less means expired
     * @param loadNanos the measured time of the entry's last load, 0 or more; after 0 nothing is refreshed early
     */
    public boolean isDue(long remainingNanos, long loadNanos, RandomGenerator random) {
        // nextDouble() is in [0, 1); the formula wants (0, 1], whose logarithm is finite.
        double lot = 1 - random.nextDouble();
        return -loadNanos * beta * Math.log(lot) >= remainingNanos;
    }
}
