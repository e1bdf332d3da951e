package io.hexcache.domain.writebehind;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.LoadPolicy;
import io.hexcache.domain.port.JournalMark;
import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.domain.time.NodeRuntime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Writes that go to the source at once, past those that wait. While one is under way no drain of its key is; what had
 * begun to wait before it is never applied after it.
 */
final class DirectWrites {

    private final WriteBehindJournal journal;
    private final PendingWrites pending;
    private final Predicate<CacheKey> mayBeJournaled;
    private final NodeRuntime runtime;

    DirectWrites(WriteBehindJournal journal, PendingWrites pending, Predicate<CacheKey> mayBeJournaled,
            NodeRuntime runtime) {
        this.journal = journal;
        this.pending = pending;
        this.mayBeJournaled = mayBeJournaled;
        this.runtime = runtime;
    }

    <T> T write(CacheKey key, long order, Supplier<T> change) {
        begin(key, order);
        boolean done = false;
        try {
            T result = change.get();
            overtake(new JournalMark(key, order));
            done = true;
            return result;
        } finally {
            if (done) {
                pending.directDone(key, order, runtime.ticker().read());
            } else {
                pending.endDirect(key, runtime.ticker().read());
            }
        }
    }

    private void begin(CacheKey key, long order) {
        long deadline = runtime.ticker().read() + LoadPolicy.LONGEST.toNanos();
        for (Optional<CompletableFuture<Void>> drain = pending.beginDirect(key, order); drain
                .isPresent(); drain = pending
                        .beginDirect(key, order)) {
            if (!runtime.waiter().await(drain.get(), Duration.ofNanos(deadline - runtime.ticker().read()))) {
                throw new CacheTimeoutException(("%s was not written: an earlier write of it has been on its way to the"
                        + " source for %s; try again").formatted(key, LoadPolicy.LONGEST));
            }
        }
    }

    private void overtake(JournalMark mark) {
        if (!mayBeJournaled.test(mark.key())) {
            return;
        }
        try {
            journal.settle(List.of(mark));
        } catch (CacheException notSettled) {
            throw new CacheWriteException(("the source has taken %s, but the journal cannot forget an earlier write of"
                    + " it, which may be applied once more: write it again when the journal is well").formatted(mark
                            .key()),
                    notSettled);
        }
    }
}
