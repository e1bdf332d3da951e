package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.port.JournalDepth;
import io.hexcache.domain.port.JournalState;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file of a journal and the two connections to it. After a write that failed it takes none: what the system still
 * has in its memory of that write may never reach the disk, and a later commit behind it in the log would be lost with
 * it (Rebello et al., "Can Applications Recover from fsync Failures?", ATC 2020). Opened anew, the log is copied into
 * the tables and begun afresh before anything is acknowledged again.
 */
final class OpenFile {

    /** A question to the tables. */
    interface Question<T> {

        T ask(JournalTables tables) throws SQLException;
    }

    private record Opened(Connection writing, Connection reading) {

        void close() {
            closeQuietly(reading);
            closeQuietly(writing);
        }

        private static void closeQuietly(Connection connection) {
            try {
                connection.close();
            } catch (SQLException failure) {
                // What was acknowledged is on disk, whatever becomes of the connection.
            }
        }
    }

    private final JournalSettings settings;
    private final Connections connections;
    private final JournalLock lock;
    private final ReentrantLock readLock = new ReentrantLock();
    private final AtomicReference<Opened> opened;
    private final AtomicReference<Counts> counts = new AtomicReference<>(new Counts(0, 0, 0));
    private final AtomicReference<JournalState> state = new AtomicReference<>(new JournalState.Open());

    private OpenFile(JournalSettings settings, Connections connections, JournalLock lock) throws SQLException {
        this.settings = settings;
        this.connections = connections;
        this.lock = lock;
        this.opened = new AtomicReference<>(connect());
    }

    static OpenFile open(JournalSettings settings, Connections connections) {
        JournalFolder.prepare(settings.directory());
        JournalLock lock = JournalLock.take(settings.lockFile());
        boolean done = false;
        try {
            JournalFolder.create(settings.file());
            OpenFile file = new OpenFile(settings, connections, lock);
            done = true;
            return file;
        } catch (SQLException failure) {
            throw new CacheConfigurationException(SqliteTrouble.of(settings.file(), failure), failure);
        } finally {
            if (!done) {
                lock.close();
            }
        }
    }

    private Opened connect() throws SQLException {
        Connection writing = connections.open(settings.file());
        boolean done = false;
        try {
            JournalSchema.prepare(writing, settings.file(), lock);
            try (Statement statement = writing.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            writing.setAutoCommit(false);
            JournalTables tables = new JournalTables(writing);
            tables.noteReopening();
            writing.commit();
            counts.set(tables.counts());
            writing.rollback();
            Opened both = new Opened(writing, connections.open(settings.file()));
            done = true;
            return both;
        } finally {
            if (!done) {
                writing.close();
            }
        }
    }

    /** Makes and commits these changes; called by one thread at a time. */
    void commit(List<GroupCommit.Waiting<?>> changes) {
        if (!(state() instanceof JournalState.Open)) {
            changes.forEach(change -> change.fail(refusal()));
            return;
        }
        Connection writing = now().writing();
        Working working = new Working(new JournalTables(writing), new AtomicReference<>(known()));
        boolean known = false;
        try {
            for (GroupCommit.Waiting<?> change : changes) {
                change.make(working);
            }
            writing.commit();
            counts.set(working.counts());
            known = true;
        } catch (SQLException failure) {
            broken(SqliteTrouble.of(settings.file(), failure));
            known = true;
            // Whoever waits for one of them gets it: what is on disk of them is not known.
            CacheException why = refusal();
            why.addSuppressed(failure);
            changes.forEach(change -> change.fail(why));
        } finally {
            if (!known) {
                broken("journal " + settings.file() + " met an error of this program");
            }
        }
    }

    private void broken(String reason) {
        state.set(new JournalState.Broken(reason));
    }

    private record Working(JournalTables tables, AtomicReference<Counts> working) implements GroupCommit.Transaction {

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
            return question.ask(new JournalTables(now().reading()));
        } catch (SQLException failure) {
            throw new CacheReadException(SqliteTrouble.of(settings.file(), failure), failure);
        } finally {
            readLock.unlock();
        }
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

    private Opened now() {
        return Objects.requireNonNull(opened.get());
    }

    private CacheException refusal() {
        return switch (state()) {
            case JournalState.Closed _ -> new CacheConnectionException("journal " + settings.file()
                    + " is closed: this node is stopping");
            case JournalState.Broken(String reason) -> new CacheWriteException(reason
                    + "; nothing is acknowledged until it has been reopened, which is tried by itself");
            case JournalState.Open _ -> new CacheWriteException("journal " + settings.file() + " is busy");
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
            opened.set(connect());
            state.set(new JournalState.Open());
        } catch (SQLException failure) {
            broken(SqliteTrouble.of(settings.file(), failure));
            throw new CacheWriteException(SqliteTrouble.of(settings.file(), failure), failure);
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
                lock.close();
            }
        } finally {
            readLock.unlock();
        }
    }
}
