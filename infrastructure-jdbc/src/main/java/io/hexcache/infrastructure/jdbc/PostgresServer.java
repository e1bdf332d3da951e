package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** What a server must promise before anything is acknowledged on its word. */
final class PostgresServer {

    /** {@code remote_apply} waits for the disk as well, and for the standbys after that. */
    private static final Set<String> SYNCED = Set.of("on", "remote_apply");

    private PostgresServer() {}

    static void check(Connection session, String name) throws SQLException {
        KeptStatements statements = new KeptStatements(session);
        String commit = setting(statements, "synchronous_commit");
        if (!SYNCED.contains(commit)) {
            throw new CacheConfigurationException(("%s: the server has synchronous_commit = %s, so a commit may return"
                    + " before it is on disk; say ALTER ROLE ... SET synchronous_commit = on for the user of the"
                    + " journal").formatted(name, commit));
        }
        if (!setting(statements, "fsync").equals("on")) {
            throw new CacheConfigurationException(name
                    + ": the server runs with fsync = off and never syncs; switch it on in its configuration");
        }
        if (setting(statements, "transaction_read_only").equals("on")) {
            throw new CacheConfigurationException(name
                    + ": the server takes no changes, as a standby does; name the primary");
        }
        endSoonWithItsHost(session);
    }

    /** So that the lock of a host that is gone is free after some ten seconds. */
    private static void endSoonWithItsHost(Connection session) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute("SET tcp_keepalives_idle = 4");
            statement.execute("SET tcp_keepalives_interval = 2");
            statement.execute("SET tcp_keepalives_count = 3");
        }
    }

    private static String setting(KeptStatements statements, String name) throws SQLException {
        return statements.query("SELECT current_setting(?)", row -> row.getString(1), name).getFirst();
    }
}
