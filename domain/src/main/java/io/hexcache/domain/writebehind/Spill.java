package io.hexcache.domain.writebehind;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.domain.time.Ticker;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Records that wait in the journal and not in memory, because there was no room, or because this process has just
 * begun. They are taken into memory as room comes.
 */
final class Spill {

    private final WriteBehindJournal journal;
    private final PendingWrites pending;
    private final int memory;
    private final Ticker ticker;
    private final AtomicLong spilled = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();

    Spill(WriteBehindJournal journal, PendingWrites pending, int memory, Ticker ticker) {
        this.journal = journal;
        this.pending = pending;
        this.memory = memory;
        this.ticker = ticker;
    }

    /** The journal holds a record that memory does not; to be called before anybody is told of that record. */
    void spilled() {
        spilled.incrementAndGet();
    }

    /** Whether there may be such. */
    boolean mayHold() {
        return spilled.get() != taken.get();
    }

    boolean isFull() {
        return pending.size() >= memory;
    }

    /** Takes into memory what there is room for, once half of it is free. */
    synchronized void refill() {
        if (!mayHold() || pending.size() > memory / 2) {
            return;
        }
        long before = spilled.get();
        List<CacheKey> keys = journal.oldest(memory);
        for (CacheKey key : keys) {
            if (isFull()) {
                return;
            }
            if (pending.find(key).isEmpty()) {
                take(key);
            }
        }
        if (keys.size() < memory) {
            taken.set(before);
        }
    }

    /** Read again after it was announced: what is settled from then on is known to be. */
    private void take(CacheKey key) {
        pending.enter(key, 0);
        boolean read = false;
        try {
            Optional<JournalRecord> found = journal.find(key);
            read = true;
            found.ifPresentOrElse(record -> pending.hold(Held.of(record, true), ticker.read()), () -> pending.leave(
                    key));
        } finally {
            if (!read) {
                pending.leave(key);
            }
        }
    }
}
