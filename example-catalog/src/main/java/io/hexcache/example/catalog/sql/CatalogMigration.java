package io.hexcache.example.catalog.sql;

import io.hexcache.domain.error.CacheConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database to the newest schema, and its first products into it. */
public final class CatalogMigration {

    private static final String SCRIPTS = "classpath:io/hexcache/example/catalog/sql/";

    /** What is the same for both databases. */
    private static final String DATA = SCRIPTS + "data";

    private final CatalogDatabase database;
    private final DataSource dataSource;

    /**
     * Migrates this one.
     *
     * @param dataSource connects to it
     */
    public CatalogMigration(CatalogDatabase database, DataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    /**
     * Migrates; does nothing if that was done before. Several processes may do it at once.
     *
     * @throws CacheConfigurationException if the database cannot be used, with the reason and the way out in one line
     */
    public void run() {
        switch (database) {
            case SqliteCatalog file -> run(file);
            // Flyway lets one process migrate at a time, by a lock of the server.
            case PostgresCatalog _ -> migrate(SCRIPTS + "postgresql");
        }
    }

    private void run(SqliteCatalog file) {
        try (MigrationLock _ = acquire(file)) {
            prepare();
            migrate(SCRIPTS + "sqlite");
        } catch (SQLException failure) {
            throw UnusableDatabase.because(failure, database);
        }
    }

    private void migrate(String tables) {
        try {
            Flyway.configure().dataSource(dataSource).locations(tables, DATA).failOnMissingLocations(true).load()
                    .migrate();
        } catch (FlywayException failure) {
            throw UnusableDatabase.because(failure, database);
        }
    }

    private static MigrationLock acquire(SqliteCatalog file) {
        try {
            return MigrationLock.acquire(file);
        } catch (SQLException failure) {
            throw UnusableDatabase.because(failure, file.file(), file.migrationTimeout());
        }
    }

    /**
     * Turns the write-ahead log on, which lets readers and a writer go on side by side, and sees that writing works.
     */
    private void prepare() throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("BEGIN IMMEDIATE");
            try {
                // To begin is not enough: on a file that may only be read, SQLite silently begins to read.
                statement.execute("CREATE TABLE may_be_written (anything)");
            } finally {
                statement.execute("ROLLBACK");
            }
        }
    }
}
