package io.hexcache.infrastructure.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server for all tests of this JVM, with which it ends; each test has a journal of its own there. */
final class TestPostgres {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private TestPostgres() {}

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit",
                        "on").start();
            } catch (IOException failure) {
                throw new UncheckedIOException("no PostgreSQL could be started", failure);
            }
        }
    }

    static String url() {
        return "jdbc:postgresql://127.0.0.1:" + Server.RUNNING.getPort() + "/postgres";
    }

    static Map<String, String> user() {
        return Map.of("user", "postgres", "password", "unused-secret");
    }

    /** A journal that no other test has. */
    static PostgresSettings journal() {
        return new PostgresSettings(url(), user(), "test-" + NAMES.incrementAndGet(), 100_000);
    }

    /** Ends the session that holds the lock of this journal, as a server does whose client is cut off. */
    static void cutOff(PostgresSettings settings) throws SQLException {
        execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory'"
                + " AND (classid::bigint << 32 | objid::bigint) = hashtextextended('" + settings.schema() + "', 0)");
    }

    static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
