package io.hexcache.domain.strategy;

import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.SourceOfTruth;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the code that owns a namespace says about it; how long and how much is cached is the operator's policy.
 *
 * @param version of the keys; raised by one when the meaning of the value changes. A change at the source reaches the
 *            versions next to this one too, so that two releases can run side by side
 * @param source makes the namespace read-through, and write-through where it is a {@code WritableSource}
 * @param tagger the tags that an entry with this value carries
 */
public record CacheDefinition<V>(Namespace namespace, int version, Class<V> type, Optional<SourceOfTruth<V>> source,
        Function<V, Set<Tag>> tagger) {

    /** A namespace without a source of truth, whose entries are put or loaded by its callers. */
    public static <V> CacheDefinition<V> of(String namespace, Class<V> type) {
        return new CacheDefinition<>(new Namespace(namespace), 0, type, Optional.empty(), value -> Set.of());
    }

    /** The same with keys of this version. */
    public CacheDefinition<V> withVersion(int newVersion) {
        return new CacheDefinition<>(namespace, newVersion, type, source, tagger);
    }

    /** The same, loaded from and written to this source. */
    public CacheDefinition<V> withSource(SourceOfTruth<V> newSource) {
        return new CacheDefinition<>(namespace, version, type, Optional.of(newSource), tagger);
    }

    /** The same, with these tags on each entry. */
    public CacheDefinition<V> withTags(Function<V, Set<Tag>> newTagger) {
        return new CacheDefinition<>(namespace, version, type, source, newTagger);
    }
}
