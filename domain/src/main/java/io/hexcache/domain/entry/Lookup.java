package io.hexcache.domain.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a look into the cache answers. */
public sealed interface Lookup<V> {

    /** The value, if there is one. */
    default Optional<V> value() {
        return switch (this) {
            case Hit<V> hit -> Optional.of(hit.found());
            case Absent<V> _, Miss<V> _ -> Optional.empty();
        };
    }

    /**
     * There is a value.
     *
     * @param createdAt when the value was read from its source
     */
    record Hit<V>(V found, Tier tier, Instant createdAt, Freshness freshness) implements Lookup<V> {

        /** How long ago the value was read from its source; never negative, whatever the clocks of the nodes say. */
        public Duration age(Instant now) {
            Duration age = Duration.between(createdAt, now);
            return age.isNegative() ? Duration.ZERO : age;
        }
    }

    /** It is known that the source holds nothing under this key. */
    record Absent<V>(Tier tier) implements Lookup<V> {}

    /** Nothing is known. */
    record Miss<V>() implements Lookup<V> {}
}
