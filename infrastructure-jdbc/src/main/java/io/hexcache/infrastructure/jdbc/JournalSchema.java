package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheConfigurationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables of a journal. {@code pending}: of each key the record that waits. {@code dead}: records that were set
 * aside. {@code ord} is the order of the record, {@code priority} a name of it, {@code delay} and {@code died_at} are
 * milliseconds, {@code payload} is an encoded entry.
 */
final class JournalSchema {

    /** What this version writes and reads; see the table of stored formats. */
    static final int VERSION = 1;

    /** {@code HXJL}: tells the file from other SQLite files. */
    private static final int APPLICATION_ID = 0x48584A4C;

    private JournalSchema() {}

    /** Makes the tables where there are none, and refuses what this version cannot read. */
    static void prepare(Connection connection, Path file, JournalLock lock) throws SQLException {
        int application = number(connection, "PRAGMA application_id");
        int version = number(connection, "PRAGMA user_version");
        boolean empty = number(connection, "SELECT count(*) FROM sqlite_master") == 0;
        if (empty && lock.wereTablesMade()) {
            throw new CacheConfigurationException(("journal %s is empty, but was in use before: somebody has removed or"
                    + " truncated it. Put it back from where it went, or accept the loss by removing %s too").formatted(
                            file, file.resolveSibling("journal.lock")));
        }
        if (!empty && application != APPLICATION_ID) {
            throw new CacheConfigurationException("%s is a database, but no journal; name another directory".formatted(
                    file));
        }
        if (version > VERSION) {
            throw new CacheConfigurationException(("journal %s has version %d, and this service reads up to %d: start"
                    + " the newer service that wrote it, and let it drain; or name another directory").formatted(file,
                            version, VERSION));
        }
        if (empty) {
            create(connection);
            lock.tablesMade();
        }
        check(connection, file);
    }

    private static void create(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + VERSION);
            statement.execute("""
                    CREATE TABLE pending (key TEXT NOT NULL UNIQUE, ord INTEGER NOT NULL, priority TEXT NOT NULL,
                        delay INTEGER NOT NULL, payload BLOB NOT NULL) STRICT""");
            statement.execute("CREATE INDEX pending_ord ON pending (ord)");
            statement.execute("""
                    CREATE TABLE dead (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL, ord INTEGER NOT NULL,
                        priority TEXT NOT NULL, delay INTEGER NOT NULL, payload BLOB NOT NULL, reason TEXT NOT NULL,
                        died_at INTEGER NOT NULL, overtaken INTEGER NOT NULL) STRICT""");
            statement.execute("CREATE INDEX dead_key ON dead (key)");
            statement.execute("CREATE TABLE reopening (times INTEGER NOT NULL) STRICT");
            statement.execute("INSERT INTO reopening VALUES (0)");
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    /** Reads the whole file, about a second per gigabyte: damage is to be known before anything is acknowledged. */
    private static void check(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            String said = rows.next() ? rows.getString(1) : "nothing";
            if (!said.equals("ok")) {
                throw new CacheConfigurationException(("journal %s is damaged (%s); export what is readable (hexcache"
                        + " export), then move it aside").formatted(file, said.lines().findFirst().orElse(
                                "")));
            }
        }
    }

    static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
