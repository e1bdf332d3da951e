package io.hexcache.example.catalog.sql;

import io.hexcache.domain.error.CacheConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * The catalogue in a SQLite file.
 *
 * <p>
 * Beside the file are those of its write-ahead log ({@code -wal}, {@code -shm}), and {@code -lock}, an empty file that
 * lets one process migrate at a time. All must be on a local disk, in a directory that can be written.
 *
 * @param file created if it does not exist; its directory is not
 * @param busyTimeout how long a statement waits for another process or thread that writes; 1 ms to 1 min
 * @param migrationTimeout how long a start waits for another process that migrates; 1 ms to 10 min
 */
public record SqliteCatalog(Path file, Duration busyTimeout,
        Duration migrationTimeout) implements CatalogDatabase {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** Makes the path absolute, so that no text has a special meaning to the driver, and checks the rest. */
    public SqliteCatalog {
        file = file.toAbsolutePath().normalize();
        if (file.toString().contains("?")) {
            throw new CacheConfigurationException("database file " + file
                    + " has a '?' in its path, behind which the driver expects options; choose another name");
        }
        check("busy-timeout", busyTimeout, Duration.ofMinutes(1));
        check("migration-timeout", migrationTimeout, Duration.ofMinutes(10));
    }

    /** This file, with 3 s for statements and 30 s for migrations. */
    public static SqliteCatalog at(Path file) {
        return new SqliteCatalog(file, Duration.ofSeconds(3), Duration.ofSeconds(30));
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:sqlite:" + file;
    }

    /** That the file keeps a write-ahead log is stored in it, by the migration. */
    @Override
    public Properties connectionProperties() {
        return properties(busyTimeout);
    }

    @Override
    public void probe() {
        new DatabaseProbe(this).run();
    }

    @Override
    public String name() {
        return "database file " + file;
    }

    @Override
    public String summary() {
        return "SQLite, " + file.getFileName();
    }

    String lockUrl() {
        return jdbcUrl() + "-lock";
    }

    Properties lockProperties() {
        return properties(migrationTimeout);
    }

    private static Properties properties(Duration timeout) {
        Properties properties = new Properties();
        properties.setProperty("busy_timeout", Long.toString(timeout.toMillis()));
        // A change is answered once it is on disk: after a power cut the cache must not know more than its source.
        properties.setProperty("synchronous", "FULL");
        return properties;
    }

    private static void check(String name, Duration value, Duration longest) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
            throw new CacheConfigurationException("%s is %s; it must be between 1 ms and %s".formatted(name, value,
                    longest));
        }
    }
}
