package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The lock that makes a session the only one that writes a journal; it ends with the session, however that ends. */
final class PostgresLock {

    private static final String NOT_AVAILABLE = "55P03";
    private static final String TAKE = "SELECT pg_advisory_lock(hashtextextended(?, 0))";
    private static final String HOLDER = """
            SELECT 'session ' || l.pid || coalesce(' from ' || host(a.client_addr), '') FROM pg_locks l
            LEFT JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory' AND l.granted
                AND l.objsubid = 1 AND (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(?, 0)""";

    private PostgresLock() {}

    /** Waits a second, since the server may be about to notice that the process before is gone. */
    static void take(Connection session, PostgresSettings settings) throws SQLException {
        KeptStatements statements = new KeptStatements(session);
        try {
            set(session, "SET lock_timeout = '1s'");
            statements.query(TAKE, row -> true, settings.schema());
            set(session, "SET lock_timeout = 0");
            session.commit();
        } catch (SQLException failure) {
            if (!NOT_AVAILABLE.equals(failure.getSQLState())) {
                throw failure;
            }
            session.rollback();
            throw new CacheConfigurationException(("%s is in use by %s; stop that process, or give this one a journal"
                    + " of its own (data.name). If that process is frozen or cut off, end its session with SELECT"
                    + " pg_terminate_backend(...), and restart it before it is used again").formatted(settings,
                            holder(statements, settings)),
                    failure);
        }
    }

    private static void set(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String holder(KeptStatements statements, PostgresSettings settings) throws SQLException {
        return statements.query(HOLDER, row -> row.getString(1), settings.schema()).stream().findFirst().orElse(
                "another process");
    }
}
