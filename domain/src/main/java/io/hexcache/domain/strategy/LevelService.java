package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.policy.TtlBounds;
import io.hexcache.domain.tier.MultiLevelCacheService;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The levels of one namespace one by one: what L2 holds, for how long, and how L1 comes to hold the same. */
public final class LevelService<V> {

    private final CacheDefinition<V> definition;
    private final MultiLevelCacheService<V> tiers;
    private final CacheInvalidationService invalidation;

    LevelService(CacheDefinition<V> definition, MultiLevelCacheService<V> tiers,
            CacheInvalidationService invalidation) {
        this.definition = definition;
        this.tiers = tiers;
        this.invalidation = invalidation;
    }

    /** Whether L2 holds a value that a reader would be served. Throws where L2 does not answer. */
    public boolean exists(String identifier) {
        return tiers.authority().standing(definition.key(identifier)).value().isPresent();
    }

    /** What is left of the ttl of the value in L2; empty if there is none. Throws where L2 does not answer. */
    public Optional<Duration> remainingTtl(String identifier) {
        var standing = tiers.authority().standing(definition.key(identifier));
        return standing.value().map(value -> standing.ttl());
    }

    /**
     * Gives the value in L2 a new ttl from now on, longer or shorter; copies in L1 go, on all nodes. While the key is
     * being written, its life gets no longer.
     *
     * @param ttl 1 ms to 365 days
     * @throws io.hexcache.domain.error.CacheException if L2 does not confirm it; the key is invalidated then
     */
    public ExpiryResult expire(String identifier, Duration ttl) {
        KeySelection.Keys changed = KeySelection.Keys.of(definition.key(identifier));
        TtlBounds.check("ttl", ttl);
        Optional<Duration> remaining;
        try {
            remaining = tiers.authority().expire(definition.key(identifier), ttl);
        } catch (CacheConnectionException | CacheTimeoutException | CacheWriteException notConfirmed) {
            // Copies may live for longer than L2 keeps the value.
            invalidation.invalidate(changed);
            throw notConfirmed;
        }
        return new ExpiryResult(remaining, remaining.isPresent() ? invalidation.announce(changed)
                : Completion.COMPLETE);
    }

    /** Has L1 hold what L2 holds, or nothing; what that is. Throws, and leaves L1, where L2 does not answer. */
    public Lookup<V> sync(String identifier) {
        return tiers.authority().sync(definition.key(identifier));
    }

    /**
     * Fetches these from L2 into L1, as far as L2 has them and L1 takes them; loads nothing.
     *
     * @param identifiers 10,000 at most
     * @return how many L2 had
     */
    public int warmLocal(Collection<String> identifiers) {
        return warm(BatchIdentifiers.keys(identifiers, definition::key).values());
    }

    /** As above, for what the selection names in this namespace and in this version, out of 10,000 at most. */
    public int warmLocal(KeySelection.ByName selection) {
        List<CacheKey> selected = tiers.authority().select(selection, BatchIdentifiers.MOST);
        return warm(selected.stream().filter(key -> key.equals(definition.key(key.identifier()))).toList());
    }

    private int warm(Collection<CacheKey> keys) {
        return keys.isEmpty() ? 0
                : (int) tiers.batches().findRemote(keys).values().stream()
                        .filter(found -> !(found instanceof Lookup.Miss))
                        .count();
    }
}
