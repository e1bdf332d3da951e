package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables of a journal on PostgreSQL, in a schema of its own: {@code pending} and {@code dead} as {@link
 * JournalSchema} has them, and {@code owner}, one row: the version of the tables, and the epoch, which grows by one
 * each time the journal is opened.
 */
final class PostgresSchema {

    private PostgresSchema() {}

    /** Makes the tables where there are none, and refuses what this version cannot read. Called under the lock. */
    static void prepare(Connection session, PostgresSettings settings) throws SQLException {
        KeptStatements statements = new KeptStatements(session);
        if (statements.query("SELECT 1 FROM pg_namespace WHERE nspname = ?", row -> row.getInt(1), settings.schema())
                .isEmpty()) {
            execute(session, "CREATE SCHEMA \"" + settings.schema() + '"');
        }
        int tables = statements.query("""
                SELECT count(*), count(*) FILTER (WHERE c.relname IN ('owner', 'pending', 'dead')) FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relkind = 'r'""",
                row -> row.getInt(1) == 0 ? 0 : row.getInt(2) == 3 ? 3 : -1, settings.schema()).getFirst();
        if (tables < 0) {
            throw new CacheConfigurationException(("%s: schema %s holds other tables, or not all of a journal; put it"
                    + " back from where it went, or give the journal another name (data.name)").formatted(settings,
                            settings.schema()));
        }
        if (tables == 0) {
            create(session);
        }
        session.commit();
        int version = statements.query("SELECT version FROM owner", row -> row.getInt(1)).getFirst();
        if (version > JournalSchema.VERSION) {
            throw new CacheConfigurationException(("%s has version %d, and this service reads up to %d: start the newer"
                    + " service that wrote it, and let it drain; or give the journal another name (data.name)")
                    .formatted(settings, version, JournalSchema.VERSION));
        }
    }

    private static void create(Connection session) throws SQLException {
        execute(session, "CREATE TABLE owner (version INTEGER NOT NULL, epoch BIGINT NOT NULL)");
        execute(session, "INSERT INTO owner VALUES (" + JournalSchema.VERSION + ", 0)");
        execute(session, """
                CREATE TABLE pending (key TEXT COLLATE "C" NOT NULL UNIQUE, ord BIGINT NOT NULL, priority TEXT NOT NULL,
                    delay BIGINT NOT NULL, payload BYTEA NOT NULL)""");
        execute(session, "CREATE INDEX pending_ord ON pending (ord)");
        execute(session, """
                CREATE TABLE dead (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key TEXT COLLATE "C" NOT NULL,
                    ord BIGINT NOT NULL, priority TEXT NOT NULL, delay BIGINT NOT NULL, payload BYTEA NOT NULL,
                    reason TEXT NOT NULL, died_at BIGINT NOT NULL, overtaken INTEGER NOT NULL)""");
        execute(session, "CREATE INDEX dead_key ON dead (key)");
    }

    private static void execute(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }
}
