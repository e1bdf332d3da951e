package io.hexcache.infrastructure.jdbc;

import io.hexcache.contract.JournalFailureContract;
import io.hexcache.domain.port.WriteBehindJournal;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteJournalFailureTest extends JournalFailureContract {

    @TempDir
    Path folder;

    private final FailingDisk disk = new FailingDisk();

    @Override
    public WriteBehindJournal open() {
        return JournalFiles.open(JournalSettings.in(folder.resolve("journal")), disk);
    }

    @Override
    public void failNextWrite() {
        disk.nextCommit(FailingDisk.Commit.FAILS_BEFORE);
    }
}
