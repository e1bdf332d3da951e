package io.hexcache.example.catalog.sql;

import io.hexcache.domain.error.CacheConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** Says in one line why the database cannot be used, and what to do. */
final class UnusableDatabase {

    private UnusableDatabase() {}

    /** The reason behind the failure. */
    static CacheConfigurationException because(Exception failure, CatalogDatabase database) {
        return switch (database) {
            case SqliteCatalog file -> because(failure, file.file(), file.busyTimeout());
            case PostgresCatalog server -> new CacheConfigurationException(("%s cannot be used (%s); see that the"
                    + " server runs, knows this user and lets it create tables, or name another").formatted(server
                            .name(), firstLine(failure)),
                    failure);
        };
    }

    /** The reason behind the failure, which came after at most this long a wait for others who hold the file. */
    static CacheConfigurationException because(Exception failure, Path file, Duration waited) {
        String reason = reason(failure, waited);
        return new CacheConfigurationException("database file %s %s".formatted(file, reason), failure);
    }

    private static String reason(Exception failure, Duration waited) {
        return switch (SqliteCode.of(failure)) {
            case 5, 6 ->
                    ("is locked by another process, and was for %d ms; end that process (a backup, a database shell),"
                            + " or name another file")
                            .formatted(waited.toMillis());
            case 8 -> "cannot be written; permit writing to it and to its directory, or name another file";
            case 11, 26 -> "is damaged or not a SQLite database; restore it from a backup, or name another file";
            case 13 -> "cannot grow because its disk is full; make room, or name a file on another disk";
            case 14 -> "cannot be opened; create its directory and permit writing to it, or name another file";
            default -> "cannot be brought to the schema of this version (%s); name another file, or repair this one"
                    .formatted(firstLine(failure));
        };
    }

    private static String firstLine(Exception failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName()).lines().findFirst()
                .orElse("no message");
    }
}
