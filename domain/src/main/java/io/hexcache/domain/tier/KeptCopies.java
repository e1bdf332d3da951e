package io.hexcache.domain.tier;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.CacheKey;
import java.time.Duration;
import java.util.Optional;

/** What one namespace still has for a reader who would load, or whose load has failed: stale, never invalidated. */
public final class KeptCopies<V> {

    private final LocalTier<V> local;
    private final LevelReader<V> reader;

    KeptCopies(LocalTier<V> local, LevelReader<V> reader) {
        this.local = local;
        this.reader = reader;
    }

    /** What L1 holds and may serve as stale, if it has not been expired for longer than this. */
    public Optional<Lookup<V>> findStale(String identifier, Duration bound) {
        return local.findStale(identifier, bound);
    }

    /**
     * While this node hears of no changes, and has a copy in L1 all the same: what L2 holds, or else, if L2 is away as
     * well, that copy. No change of this node's own has touched it.
     *
     * @param bound for how long changes of other nodes may have gone unheard, and the copy have been expired
     */
    public Optional<Lookup<V>> findWhileAway(CacheKey key, Promotion promotion, Duration bound) {
        return reader.findWhileAway(key, promotion, bound);
    }
}
