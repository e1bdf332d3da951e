package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A change that somebody waits for. */
final class WaitingChange<T> {

    private final JournalChange<T> change;
    private final AtomicReference<Optional<T>> result = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<CacheException>> failure = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Semaphore calls = new Semaphore(0);

    WaitingChange(JournalChange<T> change) {
        this.change = change;
    }

    void make(JournalTransaction transaction) throws SQLException {
        try {
            result.set(Optional.of(change.make(transaction)));
        } catch (CacheException refused) {
            // It alone is refused; whoever waits for it gets this.
            fail(refused);
        }
    }

    void fail(CacheException why) {
        failure.set(Optional.of(why));
    }

    /** To be asked by whoever commits: nobody has said yet what becomes of it. */
    boolean isUnfinished() {
        return !outcome(result).isPresent() && !outcome(failure).isPresent();
    }

    private static <X> Optional<X> outcome(AtomicReference<Optional<X>> from) {
        Optional<X> now = from.get();
        return now == null ? Optional.empty() : now;
    }

    /** It is on disk, or it has failed: whoever waits for it goes on. */
    void end() {
        ended.set(true);
        call();
    }

    boolean hasEnded() {
        return ended.get();
    }

    /** Wakes who waits for it to look again: it has ended, or nobody commits just now. */
    void call() {
        calls.release();
    }

    void awaitCall() {
        calls.acquireUninterruptibly();
    }

    /** Once it has ended. */
    T outcome() {
        outcome(failure).ifPresent(why -> {
            throw why;
        });
        return outcome(result).orElseThrow();
    }
}
