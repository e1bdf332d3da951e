package io.hexcache.example.catalog.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.application.management.ComponentHealth;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseHealthTest {

    @TempDir
    Path directory;

    @Test
    void check_migratedDatabase_isUp() {
        SqliteCatalog database = SqliteFile.in(directory);

        assertThat(new DatabaseHealth(database, SqliteFile.migrated(database)).check()).isEqualTo(new ComponentHealth(
                "database", true, "SQLite, catalog.db", true));
    }

    @Test
    void check_databaseThatCannotBeOpened_isDownWithTheReason() {
        SqliteCatalog database = SqliteFile.in(directory.resolve("missing"));

        ComponentHealth health = new DatabaseHealth(database, SqliteFile.dataSource(database)).check();

        assertThat(health.up()).isFalse();
        assertThat(health.required()).isTrue();
        assertThat(health.name()).isEqualTo("database");
        assertThat(health.detail()).contains("catalog.db");
    }
}
