package io.hexcache.domain.invalidation;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.time.Ticker;
import java.util.Set;

/**
 * What a node remembers of changes.
 *
 * @param deferred what L2, the register or the bus has still to be told
 * @param recent what a store that has lost it must be told again
 * @param failover whether there is such a store
 */
public record ChangeMemory(DeferredInvalidations deferred, RecentChanges recent, Failover failover) {

    /** A node that has changed nothing yet. */
    public ChangeMemory(Ticker ticker) {
        this(new DeferredInvalidations(), new RecentChanges(ticker), new Failover());
    }

    /**
     * Whether L2 may hold something of a key with these tags that a change should have removed: nothing that began
     * before that change may be used or kept. True from before L1 has forgotten the key until L2 has been told.
     */
    public boolean isLackedByStore(CacheKey key, Set<Tag> tags) {
        return failover.isPending() || deferred.mayBeOutdated(key, tags);
    }

    /** To be read before L2 is asked, for {@link #mayBeOutdated}. */
    public long settledSoFar() {
        return deferred.settledSoFar() + failover.settledSoFar();
    }

    /**
     * Whether what L2 has just answered for a key with these tags may be older than what was confirmed to somebody. So
     * it is while L2 lacks a change; and as well if L2 was told one while the answer was on its way, which may have
     * left before.
     *
     * @param settledBefore was read before L2 was asked
     */
    public boolean mayBeOutdated(CacheKey key, Set<Tag> tags, long settledBefore) {
        return isLackedByStore(key, tags) || settledSoFar() != settledBefore;
    }
}
