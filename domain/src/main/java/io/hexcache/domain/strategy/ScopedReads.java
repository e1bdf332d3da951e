package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.scope.LoadScope;
import io.hexcache.domain.scope.ReadScope;
import io.hexcache.domain.scope.RequestScope;
import io.hexcache.domain.tier.MultiLevelCacheService;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads of one namespace by a thread that may read for a request or for a load. */
final class ScopedReads<V> {

    private final MultiLevelCacheService<V> tiers;
    private final CacheInvalidationService node;

    /** Reads of these tiers; whoever reads by the same invalidation is on the same node. */
    ScopedReads(MultiLevelCacheService<V> tiers, CacheInvalidationService node) {
        this.tiers = tiers;
        this.node = node;
    }

    /**
     * What the request knows, L1 holds, or else {@code beyond} answers.
     *
     * @param answers whether what the request knows is an answer to this read
     */
    Lookup<V> read(CacheKey key, Predicate<Lookup<V>> answers, Consumer<LocalEntry<V>> onAttention,
            Function<CacheKey, Lookup<V>> beyond) {
        return ReadScope.current().map(scope -> switch (scope) {
            case RequestScope request -> request.read(node, key, answers, () -> orBeyond(tiers.findLocal(key
                    .identifier(), onAttention), key, beyond));
            case LoadScope load -> orBeyond(tiers.findLocal(key.identifier(), onAttention, load), key, beyond);
        }).orElseGet(() -> orBeyond(tiers.findLocal(key.identifier(), onAttention), key, beyond));
    }

    /** What {@code beyond} answers, whatever the request knows; from then on it knows that. */
    Lookup<V> readBeyond(CacheKey key, Function<CacheKey, Lookup<V>> beyond) {
        return ReadScope.current().map(scope -> switch (scope) {
            case RequestScope request -> request.read(node, key, (Lookup<V> known) -> false, () -> beyond.apply(key));
            case LoadScope _ -> beyond.apply(key);
        }).orElseGet(() -> beyond.apply(key));
    }

    /** As {@link #read}, for many keys, with one step beyond L1 for all that are not answered by then. */
    Map<CacheKey, Lookup<V>> readAll(Collection<CacheKey> keys, Predicate<Lookup<V>> answers,
            Consumer<LocalEntry<V>> onAttention, Function<Set<CacheKey>, Map<CacheKey, Lookup<V>>> beyond) {
        return ReadScope.current().map(scope -> switch (scope) {
            case RequestScope request -> request.readAll(node, keys, answers, unknown -> localOrBeyond(unknown,
                    identifier -> tiers.findLocal(identifier, onAttention), beyond));
            case LoadScope load -> localOrBeyond(keys, identifier -> tiers.findLocal(identifier, onAttention, load),
                    beyond);
        }).orElseGet(() -> localOrBeyond(keys, identifier -> tiers.findLocal(identifier, onAttention), beyond));
    }

    private static <V> Map<CacheKey, Lookup<V>> localOrBeyond(Collection<CacheKey> keys,
            Function<String, Optional<LocalEntry<V>>> local,
            Function<Set<CacheKey>, Map<CacheKey, Lookup<V>>> beyond) {
        Map<CacheKey, Lookup<V>> found = new LinkedHashMap<>();
        keys.forEach(key -> found.put(key, local.apply(key.identifier()).map(LocalEntry::lookup).orElseGet(
                Lookup.Miss::new)));
        Set<CacheKey> missing = new LinkedHashSet<>(keys);
        missing.removeIf(key -> !(found.get(key) instanceof Lookup.Miss<V>));
        if (!missing.isEmpty()) {
            found.putAll(beyond.apply(missing));
        }
        return found;
    }

    private Lookup<V> orBeyond(Optional<LocalEntry<V>> copy, CacheKey key, Function<CacheKey, Lookup<V>> beyond) {
        return copy.isPresent() ? copy.get().lookup() : beyond.apply(key);
    }
}
