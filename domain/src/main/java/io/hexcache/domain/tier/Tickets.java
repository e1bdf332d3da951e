package io.hexcache.domain.tier;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts changes, so that a value that was read before a change is not stored in L1 after it.
 *
 * <p>
 * Who reads takes a ticket before anything else, and stores only if the ticket still holds. Who changes counts first
 * and removes from L1 second. Whichever way the steps of both interleave, either the store is refused or the removal
 * comes after it, as long as the ticket is compared within the atomic step that stores.
 *
 * <p>
 * Counters are striped: a change may refuse the store of another identifier of its stripe, which costs a miss.
 */
final class Tickets {

    private static final int STRIPES = 256;

    private final AtomicLong epoch = new AtomicLong();
    private final AtomicLongArray changes = new AtomicLongArray(STRIPES);

    Ticket take(String identifier, long now) {
        return new Ticket(identifier, epoch.get(), changes.get(stripe(identifier)), now);
    }

    boolean holds(Ticket ticket) {
        return ticket.epoch() == epoch.get() && ticket.changes() == changes.get(stripe(ticket.identifier()));
    }

    /** One identifier changes. */
    void changed(String identifier) {
        changes.incrementAndGet(stripe(identifier));
    }

    /** Any identifier may have changed: no ticket that was taken before holds, what is stored stays valid. */
    void anyChanged() {
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            changes.incrementAndGet(stripe);
        }
    }

    /** Nothing that was stored or begun before is valid any longer. */
    void newEpoch() {
        epoch.incrementAndGet();
    }

    long epoch() {
        return epoch.get();
    }

    private static int stripe(String identifier) {
        int hash = identifier.hashCode();
        return (hash ^ hash >>> 16) & STRIPES - 1;
    }
}
