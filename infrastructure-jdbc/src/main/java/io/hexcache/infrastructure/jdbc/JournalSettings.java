package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheConfigurationException;
import java.nio.file.Path;

/**
 * Where the file of a journal is, and how much it takes.
 *
 * @param directory of this journal alone, on a local disk; made if it is not there, for its owner only
 * @param maxRecords that wait or are dead (1,000,000); 1 to 10,000,000
 */
public record JournalSettings(Path directory, long maxRecords) {

    /** The bound if nothing was said. */
    public static final long DEFAULT_MAX_RECORDS = 1_000_000;

    /** Makes the path absolute; checks the bound. */
    public JournalSettings {
        directory = directory.toAbsolutePath().normalize();
        if (directory.toString().contains("?")) {
            throw new CacheConfigurationException("directory " + directory
                    + " has a '?' in its path, behind which the driver expects options; choose another name");
        }
        JournalBound.check(maxRecords);
    }

    /** There, with the usual bound. */
    public static JournalSettings in(Path directory) {
        return new JournalSettings(directory, DEFAULT_MAX_RECORDS);
    }

    Path file() {
        return directory.resolve("journal.db");
    }

    Path lockFile() {
        return directory.resolve("journal.lock");
    }
}
