package io.hexcache.infrastructure.jdbc;

import io.hexcache.contract.WriteBehindJournalContract;
import io.hexcache.domain.port.WriteBehindJournal;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteJournalTest extends WriteBehindJournalContract {

    @TempDir
    Path folder;

    @Override
    public WriteBehindJournal emptyJournal(int maxRecords) {
        return JournalFiles.open(new JournalSettings(folder.resolve("journal"), maxRecords));
    }
}
