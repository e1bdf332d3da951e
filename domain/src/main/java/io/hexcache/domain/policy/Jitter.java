package io.hexcache.domain.policy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Shortens times to live by a random part, so that entries that were stored together do not expire together. It never
 * lengthens one: a value is not served for longer than was said.
 *
 * @param fraction the largest part that is cut off, 0 to 1 (0.1)
 */
public record Jitter(double fraction) {

    /** Up to 10 %. */
    public static final Jitter DEFAULT = new Jitter(0.1);

    /** No jitter. */
    public static final Jitter NONE = new Jitter(0);

    /** Checks the fraction. */
    public Jitter {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new CacheConfigurationException("jitter is " + fraction + "; it must be between 0 and 1");
        }
    }

    /** The ttl less a part that is evenly distributed between nothing and the fraction; at least 1 ms. */
    public Duration shorten(Duration ttl, RandomGenerator random) {
        long nanos = TtlBounds.check("ttl", ttl).toNanos();
        if (fraction == 0) {
            return ttl;
        }
        long cut = (long) (nanos * fraction * random.nextDouble());
        return Duration.ofNanos(Math.max(nanos - cut, TtlBounds.SHORTEST.toNanos()));
    }
}
