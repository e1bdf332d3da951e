package io.hexcache.domain.writebehind;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.DeadLetter;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.domain.time.NodeRuntime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The writes that their sources would not take: an operator lists them, has them tried again, or drops them. */
public final class DeadLetters {

    /** What became of a retry. */
    public enum Retry {

        /** It waits for the source again. */
        WAITS,

        /** It stays where it is, since a later write of its key waits or has been applied. */
        OVERTAKEN,

        /** There is no such dead letter. */
        UNKNOWN
    }

    private final WriteBehindJournal journal;
    private final PendingWrites pending;
    private final NodeRuntime runtime;
    private final Runnable onRetry;
    private final AtomicBoolean any = new AtomicBoolean();

    DeadLetters(WriteBehindJournal journal, PendingWrites pending, NodeRuntime runtime, Runnable onRetry) {
        this.journal = journal;
        this.pending = pending;
        this.runtime = runtime;
        this.onRetry = onRetry;
    }

    /** To be called with what the journal held when this process began. */
    void found(long dead) {
        any.set(dead > 0);
    }

    /** Whether there may be any. */
    boolean mayBeAny() {
        return any.get();
    }

    void bury(JournalRecord record, String reason) {
        any.set(true);
        journal.bury(record, reason, runtime.dates().instant());
    }

    /**
     * Dead letters in the order in which they died.
     *
     * @param after only those with larger ids; 0 for the first
     * @param limit at most so many, 1 or more
     */
    public List<DeadLetter> list(long after, int limit) {
        return journal.deadLetters(after, limit);
    }

    /** Has it tried again, with all its attempts, in its old place among the writes of its key. */
    public Retry retry(long id) {
        Optional<DeadLetter> found = journal.deadLetters(id - 1, 1).stream().filter(letter -> letter.id() == id)
                .findFirst();
        return found.map(letter -> retry(letter.record().key(), id)).orElse(Retry.UNKNOWN);
    }

    private Retry retry(CacheKey key, long id) {
        boolean held = false;
        pending.enter(key, 0);
        try {
            Optional<JournalRecord> revived = pending.find(key).isPresent() ? Optional.empty() : journal.revive(id);
            if (revived.isEmpty()) {
                return Retry.OVERTAKEN;
            }
            held = true;
            pending.hold(Held.of(revived.get(), true), runtime.ticker().read());
        } finally {
            if (!held) {
                pending.leave(key);
            }
        }
        onRetry.run();
        return Retry.WAITS;
    }

    /**
     * Drops it for ever: this write will never reach the source.
     *
     * @return whether there was one
     */
    public boolean drop(long id) {
        return journal.drop(id);
    }
}
