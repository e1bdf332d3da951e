package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.port.WriteBehindJournal;

/** Opens journals on PostgreSQL, which another node can take over when the one that wrote them is gone. */
public final class PostgresJournals {

    private PostgresJournals() {}

    /**
     * The journal of this name, made if there is none. From now on it is this process's alone: one that had it before,
     * and was only thought to be gone, can neither acknowledge nor settle anything any more. Who opens it closes it.
     *
     * @throws io.hexcache.domain.error.CacheConfigurationException if it cannot be used: the session of another
     *         process holds it, it is of a newer version, the server cannot be reached or does not sync its commits;
     *         with the way out. Nothing was deleted
     */
    public static WriteBehindJournal open(PostgresSettings settings) {
        return JdbcJournal.open(new PostgresDatabase(settings), settings.maxRecords());
    }
}
