package io.hexcache.example.catalog.sql;

import io.hexcache.domain.error.CacheConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Finds out whether a database file can be used: first what the file itself says, then one connection of its own. */
final class DatabaseProbe {

    /** What every SQLite file that is not empty begins with: https://www.sqlite.org/fileformat.html. */
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final SqliteCatalog database;
    private final Path file;

    DatabaseProbe(SqliteCatalog database) {
        this.database = database;
        this.file = database.file();
    }

    void run() {
        if (Files.isDirectory(file)) {
            throw refused("is a directory; name another file");
        }
        if (!Files.exists(file)) {
            return;
        }
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            throw refused("cannot be read and written; permit both, also in its directory, or name another file");
        }
        if (!beginsLikeADatabase()) {
            throw refused("is not a SQLite database; restore it from a backup, or name another file");
        }
        connect();
    }

    private boolean beginsLikeADatabase() {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] begin = content.readNBytes(MAGIC.length);
            return begin.length == 0 || Arrays.equals(begin, MAGIC);
        } catch (IOException failure) {
            throw UnusableDatabase.because(failure, file, database.busyTimeout());
        }
    }

    private void connect() {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.connectionProperties());
                Statement statement = connection.createStatement()) {
            // Waits for another process that writes, and reads the first page.
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("ROLLBACK");
        } catch (SQLException failure) {
            throw UnusableDatabase.because(failure, file, database.busyTimeout());
        }
    }

    private CacheConfigurationException refused(String reason) {
        return new CacheConfigurationException("database file %s %s".formatted(file, reason));
    }
}
