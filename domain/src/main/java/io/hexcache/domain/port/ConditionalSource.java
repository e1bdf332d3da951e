package io.hexcache.domain.port;

import java.util.Optional;

/** A source that can tell whether a value has changed without sending it again. */
public interface ConditionalSource<V> extends SourceOfTruth<V> {

    /**
     * What the source holds now, with its validator and version where it has such.
     *
     * @param known a value that the cache has, expired or not, which {@link Loaded.Unchanged} confirms; empty if it has
     *            none, and then the answer must not be {@code Unchanged}
     * @param validator the one that came with the known value
     */
    Loaded<V> load(String identifier, Optional<V> known, Optional<String> validator);

    @Override
    default Optional<V> load(String identifier) {
        return load(identifier, Optional.empty(), Optional.empty()) instanceof Loaded.Value<V> found
                ? Optional.of(found.value())
                : Optional.empty();
    }
}
