package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.port.JournalDepth;
import io.hexcache.domain.port.JournalState;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A journal that is open, and whether it takes changes. After a write that failed it takes none: what the system still
 * has in its memory of that write may never reach the disk, and a later commit behind it in the log would be lost with
 * it (Rebello et al., "Can Applications Recover from fsync Failures?", ATC 2020).
 */
final class OpenJournal {

    /** A question to the tables. */
    interface Question<T> {

        T ask(JournalTables tables) throws SQLException;
    }

    private final JournalDatabase database;
    private final ReentrantLock readLock = new ReentrantLock();
    private final AtomicReference<JournalSession> session;
    private final AtomicReference<Counts> counts = new AtomicReference<>(new Counts(0, 0, 0));
    private final AtomicReference<JournalState> state = new AtomicReference<>(new JournalState.Open());

    private OpenJournal(JournalDatabase database) throws SQLException {
        this.database = database;
        this.session = new AtomicReference<>(connect());
    }

    /** Opens it; the database is closed with it, or at once if that fails. */
    static OpenJournal open(JournalDatabase database) {
        boolean done = false;
        try {
            OpenJournal journal = new OpenJournal(database);
            done = true;
            return journal;
        } catch (SQLException failure) {
            throw new CacheConfigurationException(database.trouble(failure), failure);
        } finally {
            if (!done) {
                database.close();
            }
        }
    }

    private JournalSession connect() throws SQLException {
        JournalSession next = database.connect();
        boolean done = false;
        try {
            counts.set(next.committed().counts());
            done = true;
            return next;
        } finally {
            if (!done) {
                next.close();
            }
        }
    }

    /** Makes and commits these changes; called by one thread at a time. */
    void commit(List<WaitingChange<?>> changes) {
        if (!(state() instanceof JournalState.Open)) {
            changes.forEach(change -> change.fail(refusal()));
            return;
        }
        JournalSession now = now();
        Working working = new Working(now.written(), new AtomicReference<>(known()));
        boolean known = false;
        try {
            now.ownership().hold();
            for (WaitingChange<?> change : changes) {
                change.make(working);
            }
            now.writer().commit();
            counts.set(working.counts());
            known = true;
        } catch (SQLException failure) {
            broken(database.trouble(failure));
            known = true;
            // Whoever waits for one of them gets it: what is on disk of them is not known.
            CacheException why = refusal();
            why.addSuppressed(failure);
            changes.forEach(change -> change.fail(why));
        } finally {
            if (!known) {
                broken(database.name() + " met an error of this program");
            }
        }
    }

    private void broken(String reason) {
        state.set(new JournalState.Broken(reason));
    }

    private record Working(JournalTables tables, AtomicReference<Counts> working) implements JournalTransaction {

        @Override
        public Counts counts() {
            return Objects.requireNonNull(working.get());
        }

        @Override
        public void counts(Counts now) {
            working.set(now);
        }
    }

    /** Asks what is committed. */
    <T> T read(Question<T> question) {
        readLock.lock();
        try {
            if (state() instanceof JournalState.Closed) {
                throw refusal();
            }
            return question.ask(now().committed());
        } catch (SQLException failure) {
            if (database.isLost(failure) && state() instanceof JournalState.Open) {
                broken(database.trouble(failure));
            }
            throw new CacheReadException(database.trouble(failure), failure);
        } finally {
            readLock.unlock();
        }
    }

    /** Throws if the journal takes no changes, or another process has it now. */
    void confirm() {
        if (!(state() instanceof JournalState.Open)) {
            throw refusal();
        }
        read(_ -> {
            now().ownership().confirm();
            return true;
        });
    }

    JournalDepth depth() {
        return known().depth();
    }

    JournalState state() {
        return Objects.requireNonNull(state.get());
    }

    private Counts known() {
        return Objects.requireNonNull(counts.get());
    }

    private JournalSession now() {
        return Objects.requireNonNull(session.get());
    }

    private CacheException refusal() {
        return switch (state()) {
            case JournalState.Closed _ -> new CacheConnectionException(database.name()
                    + " is closed: this node is stopping");
            case JournalState.Broken(String reason) -> new CacheWriteException(reason
                    + "; nothing is acknowledged until it has been reopened, which is tried by itself");
            case JournalState.Open _ -> new CacheWriteException(database.name() + " is busy");
        };
    }

    /** Called by one thread at a time, while nobody commits. */
    void reopen() {
        if (state() instanceof JournalState.Open) {
            return;
        }
        if (state() instanceof JournalState.Closed) {
            throw refusal();
        }
        readLock.lock();
        try {
            now().close();
            session.set(connect());
            state.set(new JournalState.Open());
        } catch (SQLException failure) {
            broken(database.trouble(failure));
            throw new CacheWriteException(database.trouble(failure), failure);
        } catch (CacheConfigurationException refused) {
            broken(String.valueOf(refused.getMessage()));
            throw refused;
        } finally {
            readLock.unlock();
        }
    }

    /** Called by one thread at a time, while nobody commits. */
    void close() {
        readLock.lock();
        try {
            if (!(state.getAndSet(new JournalState.Closed()) instanceof JournalState.Closed)) {
                now().close();
                database.close();
            }
        } finally {
            readLock.unlock();
        }
    }
}
