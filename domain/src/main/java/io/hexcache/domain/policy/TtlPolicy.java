package io.hexcache.domain.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the entries of a namespace live.
 *
 * @param ttl of a value unless something below, or a call, says otherwise (1 h)
 * @param absentTtl of "the source holds nothing" (5 min)
 * @param jitter what is cut off at random (nothing)
 * @param sliding whether each read begins the ttl anew (no)
 * @param rules ttls by key (none); they go before {@code adaptive}
 * @param adaptive ttls by use (none)
 */
public record TtlPolicy(Duration ttl, Duration absentTtl, Jitter jitter, boolean sliding, TtlRules rules,
        Optional<AdaptiveTtl> adaptive) {

    /** A read by which L1 serves an entry of a sliding namespace prolongs it once this share of its ttl has passed. */
    public static final double TOUCH_AFTER = 0.2;

    /** What holds if nothing was said. */
    public static final TtlPolicy DEFAULT = TtlPolicy.of(Duration.ofHours(1), Duration.ofMinutes(5));

    /** Checks both times to live. */
    public TtlPolicy {
        TtlBounds.check("ttl", ttl);
        TtlBounds.check("absent-ttl", absentTtl);
    }

    /** Fixed times to live. */
    public static TtlPolicy of(Duration ttl, Duration absentTtl) {
        return new TtlPolicy(ttl, absentTtl, Jitter.NONE, false, TtlRules.NONE, Optional.empty());
    }
}
