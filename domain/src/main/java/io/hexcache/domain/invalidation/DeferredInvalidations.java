package io.hexcache.domain.invalidation;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import java.util.Set;

/**
 * What L2 or the bus did not take and is to be repeated, in the memory of this node: if the process dies first, what
 * is in L2 lives on to the end of its ttl.
 */
public final class DeferredInvalidations {

    private final PendingSelections removals = new PendingSelections();
    private final PendingSelections announcements = new PendingSelections();

    /**
     * Whether an entry with this key and these tags should have gone from L2 and may still be there: what L2 holds of
     * it must not be used.
     */
    public boolean mayBeOutdated(CacheKey key, Set<Tag> tags) {
        return removals.covers(key, tags);
    }

    /** Grows before {@link #mayBeOutdated} ends to hold for anything. */
    long settledSoFar() {
        return removals.settledSoFar();
    }

    /** How many changes wait to be repeated. */
    public int size() {
        return removals.size() + announcements.size();
    }

    PendingSelections removals() {
        return removals;
    }

    PendingSelections announcements() {
        return announcements;
    }
}
