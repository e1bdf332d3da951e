package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.invalidation.InvalidationResult;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.ReservedTags;
import io.hexcache.domain.policy.LoadPolicy.WhenAway;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.WritableSource;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.tier.MultiLevelCacheService;
import io.hexcache.domain.tier.WriteTarget;
import io.hexcache.domain.tier.Writing;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Writes of one namespace: through to the source or behind where there is one, else to the cache. Each begins in L2
 * before the source is changed and ends there with what the source holds then, so of writes that overlap none is
 * cached, and of one that dies nothing is left for longer than a token lives.
 */
final class WriteService<V> {

    private final MultiLevelCacheService<V> tiers;
    private final EntryMaker<V> entries;
    private final CacheInvalidationService invalidation;
    private final Supplier<NamespacePolicy> policy;
    private final SourceWrites<V> sources;

    WriteService(MultiLevelCacheService<V> tiers, EntryMaker<V> entries, CacheInvalidationService invalidation,
            Supplier<NamespacePolicy> policy) {
        this.tiers = tiers;
        this.entries = entries;
        this.invalidation = invalidation;
        this.policy = policy;
        this.sources = new SourceWrites<>(tiers.behind(), entries, policy);
    }

    /** Writes the value through. */
    WriteResult<V> put(CacheKey key, V value, WriteOptions options, WritableSource<V> source) {
        if (options.keepsTtl()) {
            throw new CacheConfigurationException("the ttl of " + key
                    + " begins with each write to its source; it cannot be kept");
        }
        Written<V> written = write(key, options, () -> true,
                () -> Optional.of(sources.store(key, value, options, source)));
        tiers.count(CacheEvent.WRITE);
        return new WriteResult<>(written.held().orElseThrow(), sources.isBehind(options) ? Completion.DEFERRED
                : written.completion());
    }

    /** Deletes through; what is cached then is that the source holds nothing. */
    DeleteResult delete(CacheKey key, WritableSource<V> source) {
        AtomicBoolean existed = new AtomicBoolean();
        Written<V> written = write(key, WriteOptions.NONE, () -> true, () -> {
            existed.set(sources.delete(key, source));
            return Optional.empty();
        });
        tiers.count(CacheEvent.WRITE);
        return new DeleteResult(existed.get(), written.completion());
    }

    /**
     * Writes through what has waited.
     *
     * @param isNewest asked after the write has begun in L2: what is not the newest any more is cached nowhere
     */
    void drain(CacheEntry<V> waited, BooleanSupplier isNewest, WritableSource<V> source) {
        CacheKey key = waited.key();
        WriteOptions options = WriteOptions.NONE.withTtl(waited.ttl()).withTags(ReservedTags.free(waited.tags()));
        Written<V> _ = write(key, options, isNewest, () -> Optional.of(LoadedValues.notNull(key, source.store(key
                .identifier(), waited.value().orElseThrow()))));
    }

    /** Drops all copies of the key. */
    void forget(CacheKey key) {
        InvalidationResult _ = invalidation.invalidate(KeySelection.Keys.ofNeighbours(key));
    }

    private record Written<V>(Optional<V> held, Completion completion) {}

    private Written<V> write(CacheKey key, WriteOptions options, BooleanSupplier isNewest,
            Supplier<Optional<V>> change) {
        KeySelection.Keys changed = KeySelection.Keys.ofNeighbours(key);
        invalidation.aboutToChange(changed);
        Optional<Writing> begun = begin(key);
        Optional<V> held;
        try {
            held = change.get();
        } catch (Throwable notConfirmed) {
            // The source may have taken it all the same, now or a little later: the guard stays closed for a while.
            invalidation.invalidate(changed);
            throw notConfirmed;
        }
        boolean cached;
        try {
            cached = begun.isPresent() && isNewest.getAsBoolean() && end(begun.get(), held, options);
        } catch (Error broken) {
            // The source has taken the change, and nobody else will see to the copies.
            invalidation.invalidate(changed);
            throw broken;
        }
        return new Written<>(held, cached ? invalidation.announce(changed)
                : invalidation.invalidate(changed).completion());
    }

    private Optional<Writing> begin(CacheKey key) {
        try {
            return Optional.of(tiers.beginWrite(key));
        } catch (CacheException away) {
            tiers.count(CacheEvent.STORE_FAILURE);
            if (policy.get().loads().whenAway() == WhenAway.REFUSE) {
                throw away;
            }
            // The change is not lost: what is cached is removed afterwards, or deferred.
            return Optional.empty();
        }
    }

    private boolean end(Writing writing, Optional<V> held, WriteOptions options) {
        try {
            return tiers.endWrite(writing, entries.make(writing.key(), held, options, writing.stamp()), options
                    .target());
        } catch (RuntimeException unwritable) {
            // The source has taken a value that cannot be cached: its tags or its form are illegal.
            return false;
        }
    }

    /**
     * Writes to the cache, where no source stands behind it.
     *
     * @throws CacheException if L2 does not confirm it; what was cached is removed then
     */
    WriteResult<V> set(CacheKey key, V value, WriteOptions options) {
        KeySelection.Keys changed = KeySelection.Keys.of(key);
        if (options.target() == WriteTarget.L1_ONLY) {
            tiers.set(entries.make(key, Optional.of(value), options, tiers.stampNow()), options.target());
            tiers.count(CacheEvent.WRITE);
            invalidation.detach(changed);
            return new WriteResult<>(value, Completion.COMPLETE);
        }
        invalidation.aboutToChange(changed);
        long deferredBefore = invalidation.deferredSoFar();
        try {
            tiers.set(entries.make(key, Optional.of(value), options, tiers.stampNow()), options.target());
        } catch (CacheConnectionException | CacheTimeoutException | CacheWriteException notConfirmed) {
            // L2 holds what it held before, or the new value: neither can be relied on.
            invalidation.invalidate(changed);
            throw notConfirmed;
        }
        tiers.count(CacheEvent.WRITE);
        invalidation.replaced(key, deferredBefore);
        return new WriteResult<>(value, invalidation.announce(changed));
    }
}
