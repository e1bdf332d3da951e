package io.hexcache.domain.entry;

import java.time.Duration;
import java.util.Optional;

/**
 * Where an entry comes from: what must be known to judge it later.
 *
 * @param stamp the largest stamp that the node knew before it began to read what the entry was made of
 * @param staleFor how long after its ttl the entry may still be served, marked stale; zero or more
 * @param loadTime how long the load took; zero if it was written
 * @param version of the value at its source; 0 if the source has none
 * @param validator what the source wants to see again when it is asked whether the value has changed, such as an ETag
 */
public record Provenance(long stamp, Duration staleFor, Duration loadTime, long version, Optional<String> validator) {

    /** The longest validator, in characters. */
    public static final int MAX_VALIDATOR = 256;

    /** Nothing is known; older than every stamp. */
    public static final Provenance UNKNOWN = new Provenance(0, Duration.ZERO, Duration.ZERO, 0, Optional.empty());

    /** Checks the ranges. */
    public Provenance {
        if (stamp < 0 || staleFor.isNegative() || loadTime.isNegative() || version < 0) {
            throw new IllegalArgumentException(
                    "stamp %d, staleFor %s, loadTime %s and version %d must not be negative".formatted(stamp,
                            staleFor, loadTime, version));
        }
        validator.ifPresent(text -> {
            if (text.length() > MAX_VALIDATOR) {
                throw new IllegalArgumentException("a validator of %d characters; at most %d are allowed"
                        .formatted(text.length(), MAX_VALIDATOR));
            }
        });
    }

    /** The same with this stamp. */
    public Provenance withStamp(long newStamp) {
        return new Provenance(newStamp, staleFor, loadTime, version, validator);
    }
}
