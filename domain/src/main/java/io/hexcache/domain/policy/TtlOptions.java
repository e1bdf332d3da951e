package io.hexcache.domain.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * What one call says about the ttl of what it stores; empty means as the namespace says.
 *
 * @param ttl of a value, before jitter; absence keeps the namespace's own
 * @param jitter what is cut off at random, of a value and of absence
 */
public record TtlOptions(Optional<Duration> ttl, Optional<Jitter> jitter) {

    /** As the namespace says. */
    public static final TtlOptions NONE = new TtlOptions(Optional.empty(), Optional.empty());

    /** Checks the ttl. */
    public TtlOptions {
        ttl.ifPresent(given -> TtlBounds.check("ttl of the call", given));
    }

    /** This ttl, if there is one. */
    public static TtlOptions of(Optional<Duration> ttl) {
        return new TtlOptions(ttl, Optional.empty());
    }
}
