package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.LocalEntry;
import io.hexcache.domain.scope.LoadScope;
import io.hexcache.domain.tier.MultiLevelCacheService;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The strategies of one namespace for many keys in one call; what is said of one key holds for each of them. */
public final class BatchService<V> {

    private final Function<String, CacheKey> naming;
    private final MultiLevelCacheService<V> tiers;
    private final BatchReadService<V> reads;
    private final RefreshService<V> refreshes;
    private final Optional<BulkLoader<V>> source;

    BatchService(CacheDefinition<V> definition, MultiLevelCacheService<V> tiers, BatchReadService<V> reads,
            RefreshService<V> refreshes) {
        this.naming = definition::key;
        this.tiers = tiers;
        this.reads = reads;
        this.refreshes = refreshes;
        this.source = definition.source().map(BulkLoader::from);
    }

    /** Read-through where there is a source, else what is cached; in the order asked. */
    public Map<String, Lookup<V>> getAll(Collection<String> identifiers) {
        return get(BatchIdentifiers.keys(identifiers, naming), source);
    }

    /** Cache-aside; in the order asked. */
    public Map<String, Lookup<V>> getAllOrLoad(Collection<String> identifiers,
            Function<Set<String>, Map<String, V>> loader) {
        return get(BatchIdentifiers.keys(identifiers, naming), Optional.of(BulkLoader.calling(loader)));
    }

    private Map<String, Lookup<V>> get(Map<String, CacheKey> keys, Optional<BulkLoader<V>> loader) {
        Optional<Loader<V>> single = loader.map(BulkLoader::single);
        Map<String, Lookup<V>> found = new LinkedHashMap<>();
        Set<CacheKey> missing = new LinkedHashSet<>();
        keys.forEach((identifier, key) -> {
            Lookup<V> copy = local(identifier, due -> refreshes.attend(due, single));
            found.put(identifier, copy);
            if (copy instanceof Lookup.Miss<V>) {
                missing.add(key);
            }
        });
        if (!missing.isEmpty()) {
            Map<CacheKey, Lookup<V>> others = loader.isPresent() ? reads.read(missing, loader.get())
                    : tiers.batches().findRemote(missing);
            others.forEach((key, lookup) -> found.put(key.identifier(), lookup));
        }
        return found;
    }

    private Lookup<V> local(String identifier, Consumer<LocalEntry<V>> onAttention) {
        Optional<LoadScope> load = LoadScope.current();
        return load.isPresent() ? tiers.findLocal(identifier, onAttention, load.get())
                : tiers.findLocal(identifier, onAttention);
    }
}
