package io.hexcache.domain.policy;

import java.time.Duration;

/**
 * How the entries of one namespace are cached.
 *
 * @param ttl how long a value lives unless a call says otherwise (1 h)
 * @param absentTtl how long "the source holds nothing" lives (5 min)
 * @param local what the process itself may hold of them
 */
public record NamespacePolicy(Duration ttl, Duration absentTtl, LocalLimits local) {

    /** The policy of a namespace about which nothing was said. */
    public static final NamespacePolicy DEFAULT = new NamespacePolicy(Duration.ofHours(1), Duration.ofMinutes(5),
            LocalLimits.DEFAULT);

    /** Checks both times to live. */
    public NamespacePolicy {
        TtlBounds.check("ttl", ttl);
        TtlBounds.check("absent-ttl", absentTtl);
    }
}
