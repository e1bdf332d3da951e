package io.hexcache.domain.port;

import io.hexcache.domain.error.CacheConfigurationException;

/**
 * For how many keys an existence filter is made. More keys can be added; it then takes more absent ones for members.
 *
 * @param expectedKeys 1 to 100,000,000 (1,000,000)
 * @param falsePositiveRate which share of absent keys may be taken for members once that many were added; 0.000001 to
 *            0.5 (0.01)
 */
public record FilterSize(long expectedKeys, double falsePositiveRate) {

    /** A million keys at 1 %, which takes 1.2 MB. */
    public static final FilterSize DEFAULT = new FilterSize(1_000_000, 0.01);

    private static final long MAX_KEYS = 100_000_000;
    private static final double MIN_RATE = 0.000_001;
    private static final double MAX_RATE = 0.5;

    /** Checks the bounds. */
    public FilterSize {
        if (expectedKeys < 1 || expectedKeys > MAX_KEYS) {
            throw new CacheConfigurationException("existence filter for %d expected keys; they must be 1 to %d"
                    .formatted(expectedKeys, MAX_KEYS));
        }
        if (!(falsePositiveRate >= MIN_RATE && falsePositiveRate <= MAX_RATE)) {
            throw new CacheConfigurationException("existence filter with a false-positive rate of " + falsePositiveRate
                    + "; it must be 0.000001 to 0.5");
        }
    }
}
