package io.hexcache.domain.explain;

import java.time.Duration;
import java.util.Optional;

/**
 * What a tier holds under a key, and what it makes of it.
 *
 * @param held empty if there is nothing
 */
public record TierView(TierVerdict verdict, Optional<Held> held) {

    /**
     * An entry as one tier sees it.
     *
     * @param absent whether it says that the source holds nothing
     * @param age since its value was read from the source
     * @param ttlLeft until it expires here; negative if it has
     * @param stamp that it carries
     * @param required the smallest stamp with which it would be valid
     */
    public record Held(boolean absent, Duration age, Duration ttlLeft, long stamp, long required) {}

    /** A tier that holds nothing that it could show. */
    public static TierView of(TierVerdict verdict) {
        return new TierView(verdict, Optional.empty());
    }
}
