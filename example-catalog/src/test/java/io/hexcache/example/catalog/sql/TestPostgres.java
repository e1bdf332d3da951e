package io.hexcache.example.catalog.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real server for all tests of this JVM, with which it ends; each test has a schema of its own there. */
final class TestPostgres {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private TestPostgres() {}

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failure) {
                throw new UncheckedIOException("no PostgreSQL could be started", failure);
            }
        }
    }

    /** An empty catalogue. */
    static PostgresCatalog catalog() {
        String schema = "catalog_" + SCHEMAS.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException failure) {
            throw new IllegalStateException("no schema could be made", failure);
        }
        return new PostgresCatalog("jdbc:postgresql://127.0.0.1:" + Server.RUNNING.getPort() + "/postgres", Map.of(
                "user", "postgres", "password", "unused-secret", "currentSchema", schema));
    }

    /** Opens a new connection each time. */
    static DataSource dataSource(PostgresCatalog database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.jdbcUrl());
        database.parameters().forEach((name, value) -> {
            try {
                dataSource.setProperty(name, value);
            } catch (SQLException failure) {
                throw new IllegalArgumentException("the driver knows no " + name, failure);
            }
        });
        return dataSource;
    }
}
