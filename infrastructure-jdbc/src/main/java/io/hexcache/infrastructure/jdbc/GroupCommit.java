package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheWriteException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets changes that come at the same time share one commit: whoever gets the lock first commits for all that wait
 * (flat combining: Hendler, Incze, Shavit, Tzafrir, SPAA 2010). It needs no thread of its own.
 */
final class GroupCommit {

    /** Bounds how long one transaction becomes. */
    private static final int MOST = 1_000;

    /** A change within a transaction that may hold others. */
    interface Change<T> {

        /** Makes the change, or throws a {@code CacheException} before it has changed anything. */
        T make(Transaction transaction) throws SQLException;
    }

    /** Runs many changes and commits them; throws, to all of them, if it does not know that they are on disk. */
    interface Commit {

        void all(List<Waiting<?>> changes);
    }

    /** What changes use. */
    interface Transaction {

        JournalTables tables();

        Counts counts();

        void counts(Counts now);
    }

    private final Queue<Waiting<?>> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Commit commit;

    GroupCommit(Commit commit) {
        this.commit = commit;
    }

    /** A change that somebody waits for. */
    static final class Waiting<T> {

        private final Change<T> change;
        private final AtomicReference<Optional<T>> result = new AtomicReference<>(Optional.empty());
        private final AtomicReference<Optional<CacheException>> failure = new AtomicReference<>(Optional.empty());

        Waiting(Change<T> change) {
            this.change = change;
        }

        void make(Transaction transaction) throws SQLException {
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

        boolean isUnfinished() {
            return !outcome(result).isPresent() && !outcome(failure).isPresent();
        }

        private static <X> Optional<X> outcome(AtomicReference<Optional<X>> from) {
            Optional<X> now = from.get();
            return now == null ? Optional.empty() : now;
        }

        T outcome() {
            outcome(failure).ifPresent(why -> {
                throw why;
            });
            return outcome(result).orElseThrow();
        }
    }

    /** Returns once the change is on disk. */
    <T> T run(Change<T> change) {
        Waiting<T> own = new Waiting<>(change);
        queue.add(own);
        lock.lock();
        try {
            while (own.isUnfinished()) {
                List<Waiting<?>> batch = new ArrayList<>();
                for (Waiting<?> next = queue.poll(); next != null; next = batch.size() < MOST ? queue.poll() : null) {
                    batch.add(next);
                }
                try {
                    commit.all(batch);
                } finally {
                    batch.stream().filter(Waiting::isUnfinished).forEach(lost -> lost.fail(new CacheWriteException(
                            "the journal ended a commit without saying how; look for the error before this one")));
                }
            }
        } finally {
            lock.unlock();
        }
        return own.outcome();
    }

    /** Runs this while nobody commits. */
    void alone(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }
}
