package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.tier.MultiLevelCacheService;
import io.hexcache.domain.tier.Standing;
import io.hexcache.domain.tier.WriteTarget;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Writes of a namespace without a source that depend on what L2 holds, each by compare-and-set: what stands there is
 * read, judged as a reader would judge it, and replaced only if it stands there still; else all of it is done again.
 * What a reader would not be served, since it is expired, invalidated or not readable, does not count as being there.
 */
public final class ConditionalService<V> {

    /** How often a write that others overtake is tried. */
    static final int MOST_ATTEMPTS = 20;

    private final CacheDefinition<V> definition;
    private final MultiLevelCacheService<V> tiers;
    private final EntryMaker<V> entries;
    private final CacheInvalidationService invalidation;

    ConditionalService(CacheDefinition<V> definition, MultiLevelCacheService<V> tiers, EntryMaker<V> entries,
            CacheInvalidationService invalidation) {
        this.definition = definition;
        this.tiers = tiers;
        this.entries = entries;
        this.invalidation = invalidation;
    }

    /** Writes the value if there is none; empty if there is one. */
    public Optional<WriteResult<V>> putIfAbsent(String identifier, V value, WriteOptions options) {
        CacheKey key = writable(identifier, options);
        return replace(key, options.target(), standing -> standing.value().isPresent() ? Optional.empty()
                : Optional.of(entry(key, value, options, standing, 0)));
    }

    /** Writes the value if there is one; empty if there is none. */
    public Optional<WriteResult<V>> putIfPresent(String identifier, V value, WriteOptions options) {
        CacheKey key = writable(identifier, options);
        return replace(key, options.target(), standing -> standing.value().map(present -> entry(key, value, options,
                standing, 0)));
    }

    /** Writes the value unless there is one of the same version or a later one; empty if there is. */
    public Optional<WriteResult<V>> putIfNewer(String identifier, V value, long version, WriteOptions options) {
        CacheKey key = writable(identifier, options);
        if (version < 1) {
            throw new CacheConfigurationException("version %d of %s; versions that can be compared begin with 1"
                    .formatted(version, key));
        }
        return replace(key, options.target(), standing -> standing.entry().filter(held -> held.provenance()
                .version() >= version).isPresent() ? Optional.empty()
                        : Optional.of(entry(key, value, options, standing, version)));
    }

    /** Writes the value with what is left of the ttl of the one that it replaces. */
    WriteResult<V> put(String identifier, V value, WriteOptions options) {
        CacheKey key = writable(identifier, options);
        return replace(key, options.target(), standing -> Optional.of(entry(key, value, options, standing, 0)))
                .orElseThrow();
    }

    private CacheEntry<V> entry(CacheKey key, V value, WriteOptions options, Standing<V> standing, long version) {
        LoadedValues.written(key, value);
        WriteOptions said = options.keepsTtl() && standing.value().isPresent() ? options.after(standing.ttl())
                : options;
        return entries.make(key, Optional.of(value), said, standing.stamp(), version);
    }

    /**
     * Replaces the value by what is made of it; empty if there is none. The new one keeps the tags, the version and
     * what is left of the ttl of the old one, and is as old as that for invalidations.
     *
     * @param change runs again, on the newer value, each time that another change comes first
     */
    public Optional<WriteResult<V>> update(String identifier, UnaryOperator<V> change) {
        CacheKey key = writable(identifier, WriteOptions.NONE);
        return replace(key, WriteTarget.BOTH, standing -> standing.entry().filter(held -> held.value().isPresent()).map(
                held -> entries.derive(held, LoadedValues.changed(key, change.apply(held.value().orElseThrow())),
                        standing)));
    }

    private Optional<WriteResult<V>> replace(CacheKey key, WriteTarget target,
            Function<Standing<V>, Optional<CacheEntry<V>>> decision) {
        KeySelection.Keys changed = KeySelection.Keys.of(key);
        long deferredBefore = invalidation.deferredSoFar();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Standing<V> standing = tiers.authority().standing(key);
            Optional<CacheEntry<V>> entry = decision.apply(standing);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            invalidation.aboutToChange(changed);
            if (isReplaced(standing, entry.get(), target, changed)) {
                tiers.count(CacheEvent.WRITE);
                invalidation.replaced(key, deferredBefore);
                return entry.get().value().map(value -> new WriteResult<>(value, invalidation.announce(changed)));
            }
        }
        throw new CacheWriteException("%s changed %d times while it was to be replaced; nothing was changed by this"
                .formatted(key, MOST_ATTEMPTS) + " call. Try again, or write it from fewer places");
    }

    private boolean isReplaced(Standing<V> standing, CacheEntry<V> entry, WriteTarget target,
            KeySelection.Keys changed) {
        try {
            return tiers.authority().replace(standing, entry, target);
        } catch (CacheConnectionException | CacheTimeoutException | CacheWriteException notConfirmed) {
            // L2 holds what it held before, or the new value: neither can be relied on.
            invalidation.invalidate(changed);
            throw notConfirmed;
        }
    }

    private CacheKey writable(String identifier, WriteOptions options) {
        CacheKey key = definition.key(identifier);
        if (definition.source().isPresent()) {
            throw new CacheConfigurationException("a conditional write of " + key
                    + " is a matter of its source; let the source decide, and put what it holds");
        }
        if (options.target() == WriteTarget.L1_ONLY) {
            throw new CacheConfigurationException("a conditional write of " + key
                    + " is decided in L2, so it cannot go to L1 only");
        }
        return key;
    }
}
