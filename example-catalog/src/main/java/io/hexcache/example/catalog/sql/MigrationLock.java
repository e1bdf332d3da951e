package io.hexcache.example.catalog.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets one thread of all processes on this machine migrate the database at a time. Flyway itself takes no lock on
 * SQLite.
 *
 * <p>
 * It is an exclusive transaction on an empty SQLite file of its own. Unlike a {@code FileLock} it also holds between
 * the threads of one process, is not lost when another thread closes the same file (as POSIX locks are), and waits with
 * a bound. Like one it ends with its process. The file stays: whoever deleted it could leave two holders.
 */
final class MigrationLock implements AutoCloseable {

    private final Connection connection;

    private MigrationLock(Connection connection) {
        this.connection = connection;
    }

    /** Waits until the lock is free, at most for the database's migration timeout. */
    static MigrationLock acquire(SqliteCatalog database) throws SQLException {
        Connection connection = DriverManager.getConnection(database.lockUrl(), database.lockProperties());
        boolean acquired = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            acquired = true;
        } finally {
            if (!acquired) {
                connection.close();
            }
        }
        return new MigrationLock(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
