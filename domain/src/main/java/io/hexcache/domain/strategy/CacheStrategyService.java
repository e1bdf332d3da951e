package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.invalidation.InvalidationResult;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.SourceOfTruth;
import io.hexcache.domain.port.WritableSource;
import io.hexcache.domain.tier.MultiLevelCacheService;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The strategies of one namespace: cache-aside and read-through with cached absence, write-through, and one load at a
 * time per key. Each is a few lines over the two tiers, the coalescer, the source and the invalidation.
 */
public final class CacheStrategyService<V> {

    private final CacheDefinition<V> definition;
    private final EntryMaker<V> entries;
    private final MultiLevelCacheService<V> tiers;
    private final RequestCoalescer<Lookup<V>> coalescer;
    private final CacheInvalidationService invalidation;

    /** The strategies over these parts of the namespace. */
    public CacheStrategyService(CacheDefinition<V> definition, EntryMaker<V> entries, MultiLevelCacheService<V> tiers,
            RequestCoalescer<Lookup<V>> coalescer, CacheInvalidationService invalidation) {
        this.definition = definition;
        this.entries = entries;
        this.tiers = tiers;
        this.coalescer = coalescer;
        this.invalidation = invalidation;
    }

    /** Read-through where there is a source, else what is cached. */
    public Lookup<V> get(String identifier) {
        return definition.source().map(source -> read(identifier, source::load)).orElseGet(() -> peek(identifier));
    }

    /** What is cached. */
    public Lookup<V> peek(String identifier) {
        return tiers.find(key(identifier));
    }

    /** Cache-aside with a loader that returns a value. */
    public V getOrLoad(String identifier, Function<String, ? extends V> loader) {
        Function<String, Optional<V>> present = id -> Optional.of(notNull(identifier, loader.apply(id)));
        Lookup<V> found = read(identifier, present);
        if (found instanceof Lookup.Absent<V>) {
            // Another loader found nothing a while ago. This one is sure to answer: its answer replaces the absence.
            invalidate(KeySelection.Keys.of(key(identifier)));
            found = read(identifier, present);
        }
        return switch (found) {
            case Lookup.Hit<V> hit -> hit.found();
            case Lookup.Absent<V> _, Lookup.Miss<V> _ -> notNull(identifier, loader.apply(identifier));
        };
    }

    /** Cache-aside with a loader that may find nothing. */
    public Optional<V> findOrLoad(String identifier, Function<String, Optional<V>> loader) {
        return read(identifier, loader).value();
    }

    private Lookup<V> read(String identifier, Function<String, Optional<V>> loader) {
        Optional<Lookup<V>> copy = tiers.findLocal(identifier);
        if (copy.isPresent()) {
            return copy.get();
        }
        CacheKey wanted = key(identifier);
        return coalescer.load(wanted, () -> tiers.findOrLoad(wanted, key -> entries.make(key, notNull(identifier, loader
                .apply(identifier)))));
    }

    /** Write-through where there is a source, else a write to the cache. */
    public WriteResult<V> put(String identifier, V value, WriteOptions options) {
        CacheKey key = key(identifier);
        if (definition.source().isEmpty()) {
            return putInCache(key, value, options);
        }
        if (!options.equals(WriteOptions.NONE)) {
            throw new CacheConfigurationException("a write of " + key
                    + " goes to its source and then out of the cache; ttl and tags are those of the namespace");
        }
        WritableSource<V> source = writable();
        return changeAtSource(key, () -> source.store(identifier, value), WriteResult::new);
    }

    /** Source first, then the cache, also when the source throws: it may have taken the change all the same. */
    private <T, R> R changeAtSource(CacheKey key, Supplier<T> change, BiFunction<T, Completion, R> result) {
        KeySelection changed = KeySelection.Keys.ofNeighbours(key);
        T changedTo;
        try {
            changedTo = change.get();
        } catch (Throwable notConfirmed) {
            invalidate(changed);
            throw notConfirmed;
        }
        tiers.countWrite();
        return result.apply(changedTo, invalidate(changed).completion());
    }

    private WriteResult<V> putInCache(CacheKey key, V value, WriteOptions options) {
        CacheEntry<V> entry = entries.make(key, value, options);
        long deferredBefore = invalidation.deferredSoFar();
        try {
            tiers.set(entry);
        } catch (CacheConnectionException | CacheTimeoutException | CacheWriteException notConfirmed) {
            // The store may have taken it all the same: neither the old nor the new value can be relied on.
            invalidate(KeySelection.Keys.of(key));
            throw notConfirmed;
        }
        return new WriteResult<>(value, invalidation.replaced(key, deferredBefore));
    }

    /** Deletes at the source, then in the cache. */
    public DeleteResult delete(String identifier) {
        CacheKey key = key(identifier);
        WritableSource<V> source = writable();
        return changeAtSource(key, () -> source.delete(identifier), DeleteResult::new);
    }

    /** Drops what is selected, in both tiers and on all nodes. */
    public InvalidationResult invalidate(KeySelection selection) {
        return invalidation.invalidate(selection);
    }

    /** The full name of an identifier. */
    public CacheKey key(String identifier) {
        return new CacheKey(definition.namespace(), identifier, definition.version());
    }

    /** Whether the namespace has a source of truth. */
    public boolean hasSource() {
        return definition.source().isPresent();
    }

    private WritableSource<V> writable() {
        Optional<SourceOfTruth<V>> source = definition.source();
        if (source.isPresent() && source.get() instanceof WritableSource<V> writable) {
            return writable;
        }
        throw new CacheConfigurationException("namespace " + definition.namespace()
                + " has no source that takes writes; define it with a WritableSource");
    }

    private <T> T notNull(String identifier, T loaded) {
        if (loaded == null) {
            throw new CacheReadException("the loader of " + key(identifier)
                    + " returned null; use findOrLoad and return Optional.empty() for what does not exist");
        }
        return loaded;
    }
}
