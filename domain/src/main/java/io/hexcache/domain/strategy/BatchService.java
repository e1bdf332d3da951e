package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.TtlOptions;
import io.hexcache.domain.port.BulkSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The strategies of one namespace for many keys in one call; what is said of one key holds for each of them. */
public final class BatchService<V> {

    private final CacheDefinition<V> definition;
    private final ScopedReads<V> scoped;
    private final BatchReadService<V> reads;
    private final RefreshService<V> refreshes;
    private final BatchWriteService<V> writes;
    private final Optional<BulkLoader<V>> source;

    BatchService(CacheDefinition<V> definition, ScopedReads<V> scoped, BatchReadService<V> reads,
            RefreshService<V> refreshes, BatchWriteService<V> writes) {
        this.definition = definition;
        this.scoped = scoped;
        this.reads = reads;
        this.refreshes = refreshes;
        this.writes = writes;
        this.source = definition.source().map(BulkLoader::from);
    }

    /** Read-through where there is a source, else what is cached; in the order asked. */
    public Map<String, Lookup<V>> getAll(Collection<String> identifiers) {
        return getAll(identifiers, TtlOptions.NONE);
    }

    /** As above, with this ttl for the values that are loaded. */
    public Map<String, Lookup<V>> getAll(Collection<String> identifiers, TtlOptions ttl) {
        return get(BatchIdentifiers.keys(identifiers, definition::key), source, ttl);
    }

    /** What is cached; never loads. */
    public Map<String, Lookup<V>> peekAll(Collection<String> identifiers) {
        return get(BatchIdentifiers.keys(identifiers, definition::key), Optional.empty(), TtlOptions.NONE);
    }

    /** Whether there is a source that reads many keys in one call. */
    public boolean loadsAtOnce() {
        return definition.source().filter(BulkSource.class::isInstance).isPresent();
    }

    /** Cache-aside; in the order asked. */
    public Map<String, Lookup<V>> getAllOrLoad(Collection<String> identifiers,
            Function<Set<String>, Map<String, V>> loader) {
        return get(BatchIdentifiers.keys(identifiers, definition::key), Optional.of(BulkLoader.calling(loader)),
                TtlOptions.NONE);
    }

    private Map<String, Lookup<V>> get(Map<String, CacheKey> keys, Optional<BulkLoader<V>> loader, TtlOptions ttl) {
        Optional<Loader<V>> single = loader.map(BulkLoader::single);
        Map<CacheKey, Lookup<V>> found = scoped.readAll(keys.values(), known -> loader.isEmpty()
                || !(known instanceof Lookup.Miss<V>), due -> refreshes.attend(due, single),
                missing -> loader
                        .map(load -> reads.read(missing, load, ttl)).orElseGet(() -> reads.peek(missing)));
        Map<String, Lookup<V>> named = new LinkedHashMap<>();
        found.forEach((key, lookup) -> named.put(key.identifier(), lookup));
        return named;
    }

    /** Writes each: write-through where there is a source that takes writes, else to the cache. */
    public Map<String, WriteOutcome<V>> putAll(List<Put<V>> puts) {
        BatchIdentifiers.checkSize(puts.size());
        Map<CacheKey, Put<V>> byKey = new LinkedHashMap<>();
        for (Put<V> put : puts) {
            CacheKey key = definition.key(BatchIdentifiers.notNull(put.identifier()));
            LoadedValues.written(key, put.value());
            if (byKey.put(key, put) != null) {
                throw new InvalidKeyException(key + " is in the batch twice; which of the values comes last?");
            }
            if (put.options().keepsTtl()) {
                throw new CacheConfigurationException("the write of " + key
                        + " in a batch cannot keep a ttl; write it alone, or say a ttl");
            }
        }
        if (byKey.isEmpty()) {
            return Map.of();
        }
        return definition.source().isPresent() ? writes.put(byKey, definition.writable()) : writes.set(byKey);
    }
}
