package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.port.WriteBehindJournal;
import java.nio.file.Path;

/** Opens journals in SQLite files. */
public final class JournalFiles {

    private JournalFiles() {}

    /**
     * The journal in this directory, made if there is none. Who opens it closes it.
     *
     * @throws io.hexcache.domain.error.CacheConfigurationException if it cannot be used: another process uses it, it
     *         is damaged or of a newer version, the directory cannot be written, the disk is full; with the way out.
     *         Nothing was deleted
     */
    public static WriteBehindJournal open(JournalSettings settings) {
        return open(settings, Connections.DRIVER);
    }

    static WriteBehindJournal open(JournalSettings settings, Connections connections) {
        return JdbcJournal.open(SqliteDatabase.lock(settings, connections), settings.maxRecords());
    }

    /**
     * Writes out what can be read of a journal, damaged or not, that nobody has open: one JSON object a line.
     *
     * @param into a file that does not exist yet
     * @return how many records were written
     * @throws io.hexcache.domain.error.CacheException if not even a part of it can be read, or the file not written
     */
    public static long export(JournalSettings settings, Path into) {
        return new JournalExport(settings).write(into);
    }
}
