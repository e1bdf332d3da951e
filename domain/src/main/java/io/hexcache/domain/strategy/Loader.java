package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.ConditionalSource;
import io.hexcache.domain.port.Loaded;
import io.hexcache.domain.port.SourceOfTruth;
import java.util.Optional;

/** Reads one value from where it truly is. */
@FunctionalInterface
interface Loader<V> {

    /**
     * What is there now.
     *
     * @param previous what the cache has of it, fresh or expired, but not invalidated
     */
    Loaded<V> load(CacheKey key, Optional<CacheEntry<V>> previous);

    /** Reads from this source, conditionally where it can. */
    static <V> Loader<V> of(SourceOfTruth<V> source) {
        if (source instanceof ConditionalSource<V> conditional) {
            return (key, previous) -> conditional.load(key.identifier(), previous.flatMap(CacheEntry::value), previous
                    .flatMap(entry -> entry.provenance().validator()));
        }
        return (key, previous) -> Loaded.of(LoadedValues.notNull(key, source.load(key.identifier())));
    }

    /** A value of which nothing more is known. */
    static <V> Loaded<V> value(V found) {
        return new Loaded.Value<>(found, Optional.empty(), 0);
    }
}
