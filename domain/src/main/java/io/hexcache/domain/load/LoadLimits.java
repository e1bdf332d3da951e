package io.hexcache.domain.load;

import io.hexcache.domain.error.CacheConfigurationException;

/**
 * Most that all sources of a node together are asked by loads. Whoever joins a load, and a load within another one,
 * does not count; a batch counts as one.
 *
 * @param atOnce loads that run at the same time (100); 1 to 100,000
 * @param perSecondWhileAway loads that begin within a second whose values cannot be stored, since L2 is away or the key
 *            is being written (1,000); 1 to 1,000,000
 */
public record LoadLimits(int atOnce, int perSecondWhileAway) {

    /** What holds if nothing was said. */
    public static final LoadLimits DEFAULT = new LoadLimits(100, 1_000);

    /** Checks the bounds. */
    public LoadLimits {
        check("loads.at-once", atOnce, 100_000);
        check("loads.per-second-while-away", perSecondWhileAway, 1_000_000);
    }

    private static void check(String name, int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new CacheConfigurationException("%s is %d; it must be 1 to %d".formatted(name, limit, most));
        }
    }
}
