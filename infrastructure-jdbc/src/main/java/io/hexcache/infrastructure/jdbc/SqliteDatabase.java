package io.hexcache.infrastructure.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A SQLite file in write-ahead mode with full synchronization: a commit has returned when its frames are on disk.
 * Opened anew, the log is copied into the tables and begun afresh before anything is acknowledged again.
 */
final class SqliteDatabase implements JournalDatabase {

    private final JournalSettings settings;
    private final Connections connections;
    private final JournalLock lock;

    private SqliteDatabase(JournalSettings settings, Connections connections, JournalLock lock) {
        this.settings = settings;
        this.connections = connections;
        this.lock = lock;
    }

    /** Makes the directory and the file if they are not there, and locks them for this process. */
    static SqliteDatabase lock(JournalSettings settings, Connections connections) {
        JournalFolder.prepare(settings.directory());
        JournalLock lock = JournalLock.take(settings.lockFile());
        boolean made = false;
        try {
            JournalFolder.create(settings.file());
            made = true;
        } finally {
            if (!made) {
                lock.close();
            }
        }
        return new SqliteDatabase(settings, connections, lock);
    }

    @Override
    public JournalSession connect() throws SQLException {
        Connection writer = connections.open(settings.file());
        boolean done = false;
        try {
            JournalSchema.prepare(writer, settings.file(), lock);
            try (Statement statement = writer.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                // Something that nobody reads, to learn whether the disk takes it.
                writer.setAutoCommit(false);
                statement.execute("UPDATE reopening SET times = times + 1");
                writer.commit();
            }
            JournalSession session = JournalSession.of(writer, connections.open(settings.file()));
            done = true;
            return session;
        } finally {
            if (!done) {
                JournalSession.closeQuietly(writer);
            }
        }
    }

    @Override
    public String name() {
        return "journal " + settings.file();
    }

    @Override
    public String trouble(SQLException failure) {
        return SqliteTrouble.of(settings.file(), failure);
    }

    @Override
    public boolean isLost(SQLException failure) {
        return false;
    }

    @Override
    public void close() {
        lock.close();
    }
}
