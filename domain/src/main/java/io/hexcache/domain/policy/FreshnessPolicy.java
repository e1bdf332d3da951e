package io.hexcache.domain.policy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;

/**
 * What becomes of a value near and after its end.
 *
 * @param refresh when it is loaded again although it is still there (never)
 * @param maxStale for how long after its ttl it may be served, marked stale: while it is revalidated, where the source
 *            fails, or where it is slow. Zero means never (zero); at most 365 days
 */
public record FreshnessPolicy(RefreshMode refresh, Duration maxStale) {

    /** What holds if nothing was said. */
    public static final FreshnessPolicy DEFAULT = new FreshnessPolicy(new RefreshMode.None(), Duration.ZERO);

    /** Checks the bound, and that the mode can work within it. */
    public FreshnessPolicy {
        if (!maxStale.isZero()) {
            TtlBounds.check("max-stale", maxStale);
        }
        if (refresh instanceof RefreshMode.WhileRevalidate && maxStale.isZero()) {
            throw new CacheConfigurationException(
                    "refresh is stale-while-revalidate, and max-stale is zero; say for how long a value may be stale");
        }
    }
}
