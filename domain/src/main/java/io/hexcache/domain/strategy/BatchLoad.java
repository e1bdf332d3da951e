package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.TtlOptions;
import io.hexcache.domain.port.Loaded;
import io.hexcache.domain.scope.LoadScope;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.tier.MultiLevelCacheService;
import io.hexcache.domain.tier.ReadAnswer;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Loads many keys in one call of the loader, stores them in one round trip, and answers whoever waits for them. */
record BatchLoad<V>(MultiLevelCacheService<V> tiers, EntryMaker<V> entries, BulkLoader<V> loader,
        TtlOptions ttl, Ticker ticker, FailedLoads failed) {

    /**
     * Loads under these rights. A loader that fails as a whole fails all of them, one that fails for a key fails that
     * one; nothing is stored of what failed.
     *
     * @param waiting who waits, by key; each of the rights has one, which is done when this returns
     */
    void run(Map<CacheKey, ReadAnswer.Load<V>> rights, Map<CacheKey, CompletableFuture<Lookup<V>>> waiting) {
        if (rights.isEmpty()) {
            return;
        }
        List<CacheEntry<V>> loaded = new ArrayList<>();
        LoadScope inputs = new LoadScope();
        try {
            guarded(rights, () -> {
                loadAll(rights, waiting, inputs, loaded);
                return true;
            });
        } catch (Throwable failure) {
            // Not swallowed: whoever waits for any of the keys gets it.
            rights.keySet().forEach(key -> fail(key, waiting, failure));
        }
        store(rights, loaded, inputs);
        loaded.forEach(entry -> waiting(waiting, entry.key()).complete(entry.asFoundIn(Tier.SOURCE)));
    }

    private void loadAll(Map<CacheKey, ReadAnswer.Load<V>> rights, Map<CacheKey, CompletableFuture<Lookup<V>>> waiting,
            LoadScope inputs, List<CacheEntry<V>> loaded) {
        long startedAt = ticker.read();
        Loader<V> found = inputs.call(() -> loader.read(rights.keySet()));
        long readTook = ticker.read() - startedAt;
        rights.forEach((key, right) -> {
            tiers.count(CacheEvent.MISS);
            try {
                loaded.add(inputs.call(() -> load(found, key, right, readTook)));
            } catch (Throwable failure) {
                // Not swallowed: whoever waits for this key gets it.
                fail(key, waiting, failure);
            }
        });
    }

    /** The call of the loader counts as one, for however many keys; one that another load needs is let in with that. */
    private <T> void guarded(Map<CacheKey, ReadAnswer.Load<V>> rights, Supplier<T> step) {
        Map.Entry<CacheKey, ReadAnswer.Load<V>> first = rights.entrySet().iterator().next();
        ReadAnswer.Load<V> right = rights.values().stream().filter(other -> other.lease().isEmpty()).findAny().orElse(
                first.getValue());
        T _ = Errand.isNested() ? step.get() : tiers.load(first.getKey(), right, step);
    }

    /** Each entry inherits all that the loader has read, since nobody knows for which of them it did. */
    private void store(Map<CacheKey, ReadAnswer.Load<V>> rights, List<CacheEntry<V>> loaded, LoadScope inputs) {
        Map<CacheKey, ReadAnswer.Load<V>> begun = new LinkedHashMap<>();
        rights.forEach((key, right) -> begun.put(key, right.begun(inputs.begun(right.before().ticket().takenAt()))));
        LoadScope.current().ifPresent(load -> {
            loaded.forEach(
                    entry -> Optional.ofNullable(begun.get(entry.key())).ifPresent(right -> load.read(entry, right
                            .before().ticket().takenAt())));
            load.read(inputs);
        });
        tiers.batches().store(begun, loaded.stream().flatMap(entry -> inputs.inherit(entry).stream()).toList());
    }

    private CacheEntry<V> load(Loader<V> found, CacheKey key, ReadAnswer.Load<V> right, long readTook) {
        long startedAt = ticker.read();
        Loaded<V> value = found.load(key, right.previous());
        Duration took = Duration.ofNanos(readTook + ticker.read() - startedAt);
        CacheEntry<V> entry = entries.make(key, value, right, took, ttl);
        tiers.count(CacheEvent.LOAD);
        tiers.statistics().loadTook(took);
        return entry;
    }

    private void fail(CacheKey key, Map<CacheKey, CompletableFuture<Lookup<V>>> waiting, Throwable failure) {
        failed.add(key);
        if (waiting(waiting, key).completeExceptionally(failure)) {
            tiers.count(failure instanceof CacheOverloadException ? CacheEvent.LOAD_REFUSED : CacheEvent.LOAD_FAILURE);
        }
    }

    private static <V> CompletableFuture<Lookup<V>> waiting(Map<CacheKey, CompletableFuture<Lookup<V>>> all,
            CacheKey key) {
        return all.getOrDefault(key, new CompletableFuture<>());
    }
}
