package io.hexcache.domain.tier;

import io.hexcache.domain.coherence.LocalTrust;
import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.invalidation.ChangeMemory;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.stamp.StampService;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.domain.time.Ticker;
import java.util.Set;

/**
 * What the tiers of a node know together.
 *
 * @param trust whether this node hears of every change
 * @param stamps by which entries are judged
 * @param memory of changes that L2 may lack
 * @param runtime of the node
 */
public record NodeState(LocalTrust trust, StampService stamps, ChangeMemory memory, NodeRuntime runtime) {

    Ticker ticker() {
        return runtime.ticker();
    }

    /** Whether L2 may hold something of this key that should have gone. */
    boolean isOutdated(CacheKey key, Set<Tag> tags) {
        return memory.failover().isPending() || memory.deferred().mayBeOutdated(key, tags);
    }

    /** Whether an entry of L2 may be used. */
    boolean isValid(CacheEntry<?> entry) {
        return stamps.isValid(entry, trust.isTrusted(ticker().read()));
    }
}
