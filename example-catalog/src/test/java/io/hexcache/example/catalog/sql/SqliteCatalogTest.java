package io.hexcache.example.catalog.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteCatalogTest {

    @TempDir
    Path directory;

    @Test
    void jdbcUrl_relativeFile_isAbsolute() {
        assertThat(SqliteCatalog.at(Path.of("some", "..", "catalog.db")).jdbcUrl())
                .isEqualTo("jdbc:sqlite:" + Path.of(
                        "catalog.db").toAbsolutePath());
    }

    @Test
    void connectionProperties_holdTheBusyTimeoutInMilliseconds() {
        assertThat(SqliteCatalog.at(Path.of("catalog.db")).connectionProperties()).containsEntry("busy_timeout",
                "3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.db", "with space.db", "über #1 50%.db", ":memory:", "file:x.db", "a&b=c;d.db"})
    void jdbcUrl_anyLegalName_opensThatVeryFile(String name) {
        SqliteCatalog database = SqliteCatalog.at(directory.resolve(name));

        SqliteFile.migrated(database);

        assertThat(directory.resolve(name)).isRegularFile().isNotEmptyFile();
    }

    @Test
    void new_fileWithQuestionMark_isRefused() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> SqliteCatalog.at(Path.of(
                "catalog.db?mode=memory"))).withMessageContaining("'?'");
    }

    @Test
    void probe_missingEmptyOrMigratedFile_isFine() throws IOException {
        SqliteCatalog database = SqliteFile.in(directory);

        database.probe();
        assertThat(database.file()).doesNotExist();
        Files.createFile(database.file());
        database.probe();
        SqliteFile.migrated(database);
        database.probe();
    }

    @Test
    void probe_directory_isRefused() {
        assertRefused(SqliteCatalog.at(directory), "is a directory");
    }

    @Test
    void probe_text_isRefused() throws IOException {
        SqliteCatalog database = SqliteFile.in(directory);
        Files.writeString(database.file(), "a text");

        assertRefused(database, "is not a SQLite database");
    }

    @Test
    void probe_lockedFile_isRefusedAfterTheBusyTimeout() throws SQLException {
        SqliteCatalog impatient = new SqliteCatalog(directory.resolve("catalog.db"), Duration.ofMillis(60),
                Duration.ofSeconds(1));
        SqliteFile.migrated(SqliteFile.in(directory));

        try (Connection other = SqliteFile.dataSource(impatient).getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertRefused(impatient, "is locked by another process, and was for 60 ms");
        }
    }

    private static void assertRefused(SqliteCatalog database, String reason) {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(database::probe).withMessageContaining(
                "database file " + database.file() + " " + reason).withMessageContaining("name another file");
    }

    @Test
    void new_timeoutOutOfBounds_isRefusedWithItsName() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new SqliteCatalog(Path.of("x"),
                Duration.ZERO, Duration.ofSeconds(1))).withMessageContaining("busy-timeout is PT0S");
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new SqliteCatalog(Path.of("x"),
                Duration.ofSeconds(1), Duration.ofHours(1))).withMessageContaining("migration-timeout is PT1H");
    }
}
