package io.hexcache.domain.writebehind;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Takes writes in: into the journal and memory, or into memory alone; waits for room a while. */
final class Intake {

    private final WriteBehindJournal journal;
    private final PendingWrites pending;
    private final Spill spill;
    private final Progress progress;
    private final Ticker ticker;
    private final AtomicInteger entering = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    Intake(WriteBehindJournal journal, PendingWrites pending, Spill spill, Progress progress, Ticker ticker) {
        this.journal = journal;
        this.pending = pending;
        this.spill = spill;
        this.progress = progress;
        this.ticker = ticker;
    }

    /** Takes it once it is on disk. */
    void journaled(JournalRecord record, Duration patience) {
        whileOpen(record.key(), () -> {
            if (!enterJournaled(record, patience)) {
                // A direct write has gone past it on its way; after a crash it must not come back.
                journal.settle(List.of(record.mark()));
            }
        });
    }

    /** Whether it is still to be applied. */
    private boolean enterJournaled(JournalRecord record, Duration patience) {
        boolean held = false;
        pending.enter(record.key(), record.order());
        try {
            append(record, patience);
            if (spill.isFull() && pending.find(record.key()).isEmpty()) {
                spill.spilled();
                return pending.isLaterThanSettled(record.mark());
            }
            held = true;
            return pending.hold(Held.of(record, true), ticker.read());
        } finally {
            if (!held) {
                pending.leave(record.key());
            }
        }
    }

    private void append(JournalRecord record, Duration patience) {
        long deadline = ticker.read() + patience.toNanos();
        while (true) {
            try {
                journal.append(record);
                return;
            } catch (CacheOverloadException full) {
                long before = journal.depth().pending();
                boolean room = progress.await(() -> journal.depth().pending() < before, Duration.ofNanos(deadline
                        - ticker.read()));
                if (!room) {
                    throw full;
                }
            }
        }
    }

    /**
     * Takes it into memory alone.
     *
     * @param mayBeJournaled whether the journal may hold an older record of the key, or a dead letter
     */
    void inMemory(JournalRecord record, Duration patience, BooleanSupplier mayBeJournaled) {
        whileOpen(record.key(), () -> {
            if (!progress.await(() -> !spill.isFull() || pending.find(record.key()).isPresent(), patience)) {
                throw new CacheOverloadException(("%s was not written: as many writes wait in the memory of this node"
                        + " as may (write-behind.max-in-memory). Try again, write it DEFERRED, or find out why the"
                        + " source takes so few").formatted(record.key()));
            }
            pending.enter(record.key(), record.order());
            pending.hold(Held.of(record, mayBeJournaled.getAsBoolean()), ticker.read());
        });
    }

    private void whileOpen(CacheKey key, Runnable step) {
        entering.incrementAndGet();
        try {
            if (closed.get()) {
                throw new CacheConnectionException(key
                        + " was not written: this node is stopping and takes no more writes; ask another one");
            }
            step.run();
        } finally {
            entering.decrementAndGet();
            progress.made();
        }
    }

    /** Takes nothing more. */
    void close() {
        closed.set(true);
    }

    /** Whether nothing is on its way in. */
    boolean isIdle() {
        return entering.get() == 0;
    }
}
