package io.hexcache.domain.invalidation;

import io.hexcache.domain.key.KeySelection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Whether another store stands behind L2's address, which may have lost what was confirmed. Until everything that this
 * node knows of the last minute has been repeated there, this node uses no entry of it.
 */
public final class Failover {

    private final AtomicLong noticed = new AtomicLong();
    private final AtomicLong settled = new AtomicLong();

    /** The store is another one. To be given to {@code CacheStore.watch}. */
    public void noticed() {
        noticed.incrementAndGet();
    }

    /** Whether entries of L2 may be older than what was confirmed. */
    public boolean isPending() {
        return noticed.get() != settled.get();
    }

    /** Grows before {@link #isPending} ends to hold. */
    long settledSoFar() {
        return settled.get();
    }

    /** Repeats the recent changes if there is need; a change that fails leaves everything to the next time. */
    void settle(RecentChanges recent, Predicate<KeySelection> repeat, Runnable newEpoch) {
        long upTo = noticed.get();
        if (upTo != settled.get() && recent.all().stream().allMatch(repeat)) {
            newEpoch.run();
            settled.set(upTo);
        }
    }
}
