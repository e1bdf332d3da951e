package io.hexcache.domain.writebehind;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a write is tried that the source does not take, and how long between. While the source is away it is tried
 * without end.
 *
 * @param attempts after which it is set aside as a dead letter (3); 1 to 1,000
 * @param base how long to wait after the first (1 s); doubled after each further one, above 0
 * @param longest wait (30 s), not below the base
 */
public record RetryRules(int attempts, Duration base, Duration longest) {

    /** What holds if nothing was said. */
    public static final RetryRules DEFAULT = new RetryRules(3, Duration.ofSeconds(1), Duration.ofSeconds(30));

    private static final int MOST_ATTEMPTS = 1_000;

    /** Checks the ranges. */
    public RetryRules {
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new CacheConfigurationException("write-behind.attempts is %d; it must be 1 to %d".formatted(attempts,
                    MOST_ATTEMPTS));
        }
        if (!base.isPositive() || longest.compareTo(base) < 0 || longest.compareTo(Duration.ofHours(1)) > 0) {
            throw new CacheConfigurationException(
                    ("write-behind.retry-after is %s and write-behind.retry-at-most %s; the first must be above 0,"
                            + " the second not below it and at most 1 h")
                            .formatted(base, longest));
        }
    }

    /**
     * How long to wait after so many failures in a row, 1 or more: half of it is fixed, the rest is drawn, lest all
     * that failed together come back together.
     */
    Duration backoff(int failures, RandomGenerator random) {
        int doublings = Math.min(failures - 1, Integer.SIZE);
        boolean fits = base.toNanos() <= longest.toNanos() >> doublings;
        long full = fits ? base.toNanos() << doublings : longest.toNanos();
        return Duration.ofNanos(full / 2 + random.nextLong(full / 2 + 1));
    }
}
