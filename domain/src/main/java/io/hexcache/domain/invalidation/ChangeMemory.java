package io.hexcache.domain.invalidation;

import io.hexcache.domain.time.Ticker;

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
}
