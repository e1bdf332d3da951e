package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheWriteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets changes that come at the same time share one commit: whoever gets the lock first commits for all that wait
 * (flat combining: Hendler, Incze, Shavit, Tzafrir, SPAA 2010). It needs no thread of its own. Who finds the lock taken
 * sleeps until its change is on disk, and takes no lock to learn that; who lets go of the lock wakes the first that has
 * come meanwhile, so that nobody sleeps while nobody commits.
 */
final class GroupCommit {

    /** Bounds how long one transaction becomes. */
    static final int MOST = 1_000;

    /** Runs many changes and commits them; throws, to all of them, if it does not know that they are on disk. */
    interface Commit {

        void all(List<WaitingChange<?>> changes);
    }

    private final Queue<WaitingChange<?>> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Commit commit;
    private final int most;

    GroupCommit(Commit commit, int most) {
        this.commit = commit;
        this.most = most;
    }

    /** Returns once the change is on disk. */
    <T> T run(JournalChange<T> change) {
        WaitingChange<T> own = new WaitingChange<>(change);
        queue.add(own);
        while (!own.hasEnded()) {
            if (lock.tryLock()) {
                commitWaiting();
            } else {
                own.awaitCall();
            }
        }
        return own.outcome();
    }

    /** Commits what waits, under the lock, and lets go of that before it wakes anybody. */
    private void commitWaiting() {
        List<WaitingChange<?>> batch = new ArrayList<>();
        try {
            for (WaitingChange<?> next = queue.poll(); next != null; next = batch.size() < most ? queue.poll() : null) {
                batch.add(next);
            }
            if (!batch.isEmpty()) {
                commit.all(batch);
            }
        } finally {
            unlock();
            batch.stream().filter(WaitingChange::isUnfinished).forEach(lost -> lost.fail(new CacheWriteException(
                    "the journal ended a commit without saying how; look for the error before this one")));
            batch.forEach(WaitingChange::end);
        }
    }

    private void unlock() {
        lock.unlock();
        Optional.ofNullable(queue.peek()).ifPresent(WaitingChange::call);
    }

    /** Runs this while nobody commits. */
    void alone(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            unlock();
        }
    }
}
