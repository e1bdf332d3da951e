package io.hexcache.infrastructure.memory;

import io.hexcache.contract.WriteBehindJournalContract;
import io.hexcache.domain.port.WriteBehindJournal;

final class MemoryJournalTest extends WriteBehindJournalContract {

    @Override
    public WriteBehindJournal emptyJournal(int maxRecords) {
        return MemoryAdapters.journal(maxRecords);
    }
}
