package io.hexcache.example.catalog.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.example.catalog.Concurrently;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class CatalogMigrationTest {

    @TempDir
    Path directory;

    @Test
    void run_newFile_holdsTheCatalogue() throws SQLException {
        DataSource dataSource = SqliteFile.migrated(SqliteFile.in(directory));

        assertThat(number(dataSource, "SELECT count(*) FROM product")).isEqualTo(1200);
        assertThat(number(dataSource, "SELECT min(id) FROM product")).isEqualTo(1);
        assertThat(number(dataSource, "SELECT max(id) FROM product")).isEqualTo(1200);
        assertThat(number(dataSource, "SELECT count(DISTINCT category) FROM product")).isEqualTo(12);
        assertThat(number(dataSource, "SELECT count(DISTINCT name) FROM product")).isEqualTo(1200);
    }

    @Test
    void run_newFile_keepsWriteAheadLog() throws SQLException {
        DataSource dataSource = SqliteFile.migrated(SqliteFile.in(directory));

        assertThat(number(dataSource, "SELECT journal_mode = 'wal' FROM pragma_journal_mode")).isEqualTo(1);
    }

    @Test
    void run_again_keepsWhatHasChangedSince() throws SQLException {
        DataSource dataSource = SqliteFile.migrated(SqliteFile.in(directory));
        execute(dataSource, "UPDATE product SET stock = 999 WHERE id = 5");

        SqliteFile.migrated(SqliteFile.in(directory));

        assertThat(number(dataSource, "SELECT stock FROM product WHERE id = 5")).isEqualTo(999);
    }

    @Test
    void run_schema_refusesWhatIsNoProduct() {
        DataSource dataSource = SqliteFile.migrated(SqliteFile.in(directory));

        for (String broken : List.of("name = ' '", "name = '" + "x".repeat(121) + "'", "category = 'Kitchen'",
                "category = '9a'", "category = 'a b'", "category = '" + "a".repeat(41) + "'", "price_cents = -1",
                "stock = -1", "version = 0", "id = 0", "price_cents = 'much'")) {
            assertThatThrownBy(() -> execute(dataSource, "UPDATE product SET " + broken + " WHERE id = 5")).as(broken)
                    .isInstanceOf(SQLException.class).hasMessageContaining("SQLITE_CONSTRAINT");
        }
    }

    @Test
    void run_byManyThreadsAtOnce_migratesOnce() throws Exception {
        SqliteCatalog database = SqliteFile.in(directory);

        Concurrently.run(6, () -> SqliteFile.migrated(database));

        assertMigratedOnce(database);
    }

    @Test
    void run_byManyProcessesAtOnce_migratesOnce() throws Exception {
        SqliteCatalog database = SqliteFile.in(directory);

        List<Process> processes = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                processes.add(migrateInOtherProcess(database.file()));
            }
            for (Process process : processes) {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended in time").isTrue();
                assertThat(process.exitValue()).as(Files.readString(output(process.pid()))).isZero();
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }

        assertMigratedOnce(database);
    }

    @Test
    void run_databaseLockedByAnotherProcess_saysSoWithinTheTimeout() throws SQLException {
        DataSource holder = SqliteFile.migrated(SqliteFile.in(directory));
        SqliteCatalog impatient = new SqliteCatalog(directory.resolve("catalog.db"), Duration.ofMillis(50), Duration
                .ofMillis(50));

        try (Connection connection = holder.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertUnusable(impatient, "catalog.db is locked by another process, and was for 50 ms");
        }
    }

    @Test
    void run_otherProcessMigratesForTooLong_saysSoWithinTheTimeout() throws SQLException {
        SqliteCatalog impatient = new SqliteCatalog(directory.resolve("catalog.db"), Duration.ofSeconds(10),
                Duration.ofMillis(60));

        try (MigrationLock _ = MigrationLock.acquire(impatient)) {
            assertUnusable(impatient, "catalog.db is locked by another process, and was for 60 ms");
        }
        SqliteFile.migrated(impatient);
    }

    @Test
    void run_fileThatIsNoDatabase_saysSo() throws IOException {
        Files.writeString(directory.resolve("catalog.db"), "this is not a database at all, it is a text\n".repeat(40));

        assertUnusable(SqliteFile.in(directory), "catalog.db is damaged or not a SQLite database");
    }

    @Test
    void run_damagedDatabase_saysSo() throws IOException, SQLException {
        DataSource dataSource = SqliteFile.migrated(SqliteFile.in(directory));
        execute(dataSource, "PRAGMA wal_checkpoint(TRUNCATE)");
        byte[] bytes = Files.readAllBytes(directory.resolve("catalog.db"));
        Arrays.fill(bytes, 100, bytes.length, (byte) 0x5a);
        Files.write(directory.resolve("catalog.db"), bytes);

        assertUnusable(SqliteFile.in(directory), "catalog.db is damaged or not a SQLite database");
    }

    @Test
    void run_directoryThatIsMissing_saysSo() {
        assertUnusable(SqliteFile.in(directory.resolve("missing")),
                "catalog.db cannot be opened; create its directory");
    }

    @Test
    void run_pathThatIsADirectory_saysSo() throws IOException {
        Files.createDirectory(directory.resolve("catalog.db"));

        assertUnusable(SqliteFile.in(directory), "catalog.db cannot be opened");
    }

    @Test
    void run_connectionThatMayOnlyRead_saysSo() {
        SqliteFile.migrated(SqliteFile.in(directory));
        SQLiteConfig readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);
        SQLiteDataSource dataSource = new SQLiteDataSource(readOnly);
        dataSource.setUrl(SqliteFile.in(directory).jdbcUrl());

        assertUnusable(SqliteFile.in(directory), dataSource, "catalog.db cannot be written; permit writing");
    }

    @Test
    void run_databaseOfSomethingElse_isLeftAlone() throws SQLException {
        DataSource other = SqliteFile.dataSource(SqliteFile.in(directory));
        execute(other, "CREATE TABLE diary (page TEXT)");

        assertUnusable(SqliteFile.in(directory), "catalog.db cannot be brought to the schema of this version");
        assertThat(number(other, "SELECT count(*) FROM sqlite_schema")).isEqualTo(1);
    }

    private static void assertUnusable(SqliteCatalog database, String reason) {
        assertUnusable(database, SqliteFile.dataSource(database), reason);
    }

    private static void assertUnusable(SqliteCatalog database, DataSource dataSource, String reason) {
        assertThatThrownBy(() -> new CatalogMigration(database, dataSource).run()).isInstanceOf(
                CacheConfigurationException.class).hasMessageContainingAll("database file " + database.file(), reason)
                .extracting(Throwable::getMessage).asString().hasLineCount(1).contains("name another file");
    }

    private static void assertMigratedOnce(SqliteCatalog database) throws SQLException {
        DataSource dataSource = SqliteFile.dataSource(database);
        assertThat(number(dataSource, "SELECT count(*) FROM flyway_schema_history WHERE success = 1")).isEqualTo(2);
        assertThat(number(dataSource, "SELECT count(*) FROM flyway_schema_history")).isEqualTo(2);
        assertThat(number(dataSource, "SELECT count(*) FROM product")).isEqualTo(1200);
    }

    private Process migrateInOtherProcess(Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-cp", System.getProperty(
                        "java.class.path"),
                MigrateFile.class.getName(), file.toString());
        Path waiting = Files.createTempFile(directory, "process", ".txt");
        Process process = builder.redirectErrorStream(true).redirectOutput(waiting.toFile()).start();
        Files.createLink(output(process.pid()), waiting);
        return process;
    }

    private Path output(long pid) {
        return directory.resolve("output-" + pid + ".txt");
    }

    private static long number(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.getLong(1);
        }
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
