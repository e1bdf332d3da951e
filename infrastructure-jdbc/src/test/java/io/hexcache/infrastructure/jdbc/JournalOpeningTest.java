package io.hexcache.infrastructure.jdbc;

import static io.hexcache.infrastructure.jdbc.JournalSamples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.port.WriteBehindJournal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal says of files that it cannot use; none of them is changed. */
final class JournalOpeningTest {

    @TempDir
    Path folder;

    private JournalSettings settings;

    @BeforeEach
    void choose() {
        settings = JournalSettings.in(folder.resolve("journal"));
    }

    private void filled(int records) {
        try (WriteBehindJournal journal = JournalFiles.open(settings)) {
            for (int i = 1; i <= records; i++) {
                journal.append(record("row" + i, i));
            }
        }
    }

    private void refused(String... parts) {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> JournalFiles.open(settings)
                .close()).withMessageContaining(settings.directory().toString()).satisfies(
                        failure -> assertThat(failure
                                .getMessage()).contains(parts).doesNotContain("\n"));
    }

    @Test
    void opened_directoryAndFiles_areTheOwnersAlone() throws IOException {
        try (WriteBehindJournal journal = JournalFiles.open(settings)) {
            journal.append(record("a", 1));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.directory()))).isEqualTo(
                    "rwx------");
            try (Stream<Path> files = Files.list(settings.directory())) {
                List<Path> all = files.toList();
                assertThat(all).map(file -> file.getFileName().toString()).contains("journal.db", "journal.db-wal",
                        "journal.lock");
                assertThat(all).allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files
                        .getPosixFilePermissions(file))).as("%s", file).isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void reopened_holdsWhatItHeld() {
        filled(3);
        try (WriteBehindJournal journal = JournalFiles.open(settings)) {
            assertThat(JournalSamples.waiting(journal)).isEqualTo(Map.of("row1", 1L, "row2", 2L, "row3", 3L));
            assertThat(journal.depth().newestOrder()).isEqualTo(3);
        }
    }

    @Test
    void openedTwice_namesTheHolderAndTheWayOut() {
        try (WriteBehindJournal _ = JournalFiles.open(settings)) {
            refused("in use by another node of this process", "--data");
        }
        filled(1);
    }

    @Test
    void directoryThatOthersCanRead_isRefusedWithTheCommand() throws IOException {
        Files.createDirectory(settings.directory());
        Files.setPosixFilePermissions(settings.directory(), PosixFilePermissions.fromString("rwxr-xr-x"));
        refused("chmod 700");
    }

    @Test
    void directoryThatCannotBeMade_isRefused() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        settings = JournalSettings.in(folder.resolve("file").resolve("journal"));
        refused("cannot be made");
    }

    @Test
    void directoryThatCannotBeWritten_isRefused() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> JournalFiles.open(settings,
                readOnly()).close()).withMessageContaining("cannot be written; permit");
    }

    private static Connections readOnly() {
        return file -> {
            Connection connection = Connections.DRIVER.open(file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = ON");
            }
            return connection;
        };
    }

    @Test
    void newerVersion_isRefusedAndLeft() throws Exception {
        filled(2);
        execute("PRAGMA user_version = 7");
        byte[] before = Files.readAllBytes(settings.file());
        refused("version 7", "up to 1", "newer service");
        assertThat(Files.readAllBytes(settings.file())).isEqualTo(before);
    }

    @Test
    void otherDatabase_isRefused() throws Exception {
        filled(2);
        execute("PRAGMA application_id = 0");
        refused("no journal");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = Connections.DRIVER.open(settings.file());
                Statement statement = connection
                        .createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void fileThatIsNoDatabase_isRefusedAndLeft() throws IOException {
        filled(1);
        Files.writeString(settings.file(), "no database at all, but a text that is long enough to be one, ".repeat(50));
        refused("damaged", "export");
        assertThat(Files.readString(settings.file())).startsWith("no database at all");
    }

    @Test
    void fileThatWasEmptied_isNotTakenForANewOne() throws IOException {
        filled(3);
        try (FileChannel file = FileChannel.open(settings.file(), StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
        refused("was in use before", "journal.lock");
    }

    @Test
    void damagedPages_areFoundBeforeAnythingIsAcknowledged_andTheRestCanBeExported() throws IOException {
        filled(2_000);
        long length = Files.size(settings.file());
        try (RandomAccessFile file = new RandomAccessFile(settings.file().toFile(), "rw")) {
            file.seek(length - 3 * 4096);
            file.write(new byte[2 * 4096]);
        }
        refused("damaged", "export");
        Path export = folder.resolve("export.jsonl");
        long records = JournalFiles.export(settings, export);
        assertThat(records).isPositive();
        assertThat(Files.readAllLines(export)).hasSizeGreaterThanOrEqualTo((int) records).anyMatch(line -> line
                .startsWith("{\"state\":\"pending\",\"key\":\"rows:row1:v0\",\"order\":1,\"payload\":\""));
        assertThat(Files.size(settings.file())).isEqualTo(length);
    }

    @Test
    void export_whileTheJournalIsInUse_isRefused() {
        try (WriteBehindJournal _ = JournalFiles.open(settings)) {
            assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> JournalFiles.export(settings,
                    folder.resolve("export"))).withMessageContaining("in use");
        }
    }
}
