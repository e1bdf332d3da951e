package io.hexcache.domain.strategy;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.BulkSource;
import io.hexcache.domain.port.Loaded;
import io.hexcache.domain.port.SourceOfTruth;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads many values from where they truly are. */
@FunctionalInterface
interface BulkLoader<V> {

    /**
     * Reads these keys at once, or prepares to.
     *
     * @return what was read, for each of the keys; or reads each when it is asked for it
     */
    Loader<V> read(Set<CacheKey> keys);

    /** Reads all at once; what is missing in the answer does not exist. */
    static <V> BulkLoader<V> calling(Function<Set<String>, Map<String, V>> loader) {
        return keys -> {
            Set<String> identifiers = keys.stream().map(CacheKey::identifier)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Map<String, V> loaded = LoadedValues.notNull(keys, loader.apply(identifiers));
            return (key, previous) -> Loaded.of(Optional.ofNullable(loaded.get(key.identifier())));
        };
    }

    /** Reads all at once where the source can, else one by one. */
    static <V> BulkLoader<V> from(SourceOfTruth<V> source) {
        if (source instanceof BulkSource<V> bulk) {
            return calling(bulk::loadAll);
        }
        Loader<V> single = Loader.of(source);
        return keys -> single;
    }

    /** The same for one key. */
    default Loader<V> single() {
        return (key, previous) -> read(Set.of(key)).load(key, previous);
    }
}
