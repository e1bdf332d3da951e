package io.hexcache.domain.port;

import java.util.Optional;

/** What a loader answers. */
public sealed interface Loaded<V> {

    /**
     * There is a value.
     *
     * @param validator what the source wants to see when it is asked again, such as an ETag
     * @param version of the value at the source; 0 if it has none
     */
    record Value<V>(V value, Optional<String> validator, long version) implements Loaded<V> {}

    /** The source holds nothing. */
    record Nothing<V>() implements Loaded<V> {}

    /** What the loader was shown has not changed. */
    record Unchanged<V>() implements Loaded<V> {}

    /** A value of which nothing more is known, or nothing. */
    static <V> Loaded<V> of(Optional<V> found) {
        return found.<Loaded<V>>map(value -> new Value<>(value, Optional.empty(), 0)).orElseGet(Nothing::new);
    }
}
