package io.hexcache.example.catalog.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogDatabaseTest {

    @TempDir
    Path directory;

    @Test
    void jdbcUrl_relativeFile_isAbsolute() {
        assertThat(CatalogDatabase.at(Path.of("some", "..", "catalog.db")).jdbcUrl())
                .isEqualTo("jdbc:sqlite:" + Path.of(
                        "catalog.db").toAbsolutePath());
    }

    @Test
    void connectionProperties_holdTheBusyTimeoutInMilliseconds() {
        assertThat(CatalogDatabase.at(Path.of("catalog.db")).connectionProperties()).containsEntry("busy_timeout",
                "3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.db", "with space.db", "über #1 50%.db", ":memory:", "file:x.db", "a&b=c;d.db"})
    void jdbcUrl_anyLegalName_opensThatVeryFile(String name) {
        CatalogDatabase database = CatalogDatabase.at(directory.resolve(name));

        SqliteFile.migrated(database);

        assertThat(directory.resolve(name)).isRegularFile().isNotEmptyFile();
    }

    @Test
    void new_fileWithQuestionMark_isRefused() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> CatalogDatabase.at(Path.of(
                "catalog.db?mode=memory"))).withMessageContaining("'?'");
    }

    @Test
    void new_timeoutOutOfBounds_isRefusedWithItsName() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new CatalogDatabase(Path.of("x"),
                Duration.ZERO, Duration.ofSeconds(1))).withMessageContaining("busy-timeout is PT0S");
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new CatalogDatabase(Path.of("x"),
                Duration.ofSeconds(1), Duration.ofHours(1))).withMessageContaining("migration-timeout is PT1H");
    }
}
