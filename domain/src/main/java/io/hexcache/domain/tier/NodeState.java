package io.hexcache.domain.tier;

import io.hexcache.domain.coherence.LocalTrust;
import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.invalidation.ChangeMemory;
import io.hexcache.domain.load.LoadGuard;
import io.hexcache.domain.stamp.StampService;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.domain.time.Ticker;
import io.hexcache.domain.writebehind.WriteBehindService;
import java.util.Optional;

/**
 * What the tiers of a node know together.
 *
 * @param trust whether this node hears of every change
 * @param stamps by which entries are judged
 * @param memory of changes that L2 may lack
 * @param runtime of the node
 * @param behind the writes that wait, where the node can write behind
 * @param loads bounds what the sources are asked
 */
public record NodeState(LocalTrust trust, StampService stamps, ChangeMemory memory, NodeRuntime runtime,
        Optional<WriteBehindService> behind, LoadGuard loads) {

    Ticker ticker() {
        return runtime.ticker();
    }

    /**
     * Whether this node has answered a change that L2 lacks, so that L2 has taken what a write began with before that
     * change. To be asked after the ticket was taken: a later change voids that.
     */
    boolean isOvertaken(CacheEntry<?> written) {
        return memory.isLackedByStore(written.key(), written.tags());
    }

    /** Whether the stamps allow that an entry of L2 is used. */
    boolean isValid(CacheEntry<?> entry) {
        return stamps.isValid(entry, trust.isTrusted(ticker().read()));
    }
}
