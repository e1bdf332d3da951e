package io.hexcache.infrastructure.jdbc;

import io.hexcache.contract.WriteBehindJournalContract;
import io.hexcache.domain.port.WriteBehindJournal;

final class PostgresJournalTest extends WriteBehindJournalContract {

    @Override
    public WriteBehindJournal emptyJournal(int maxRecords) {
        PostgresSettings fresh = TestPostgres.journal();
        return PostgresJournals.open(new PostgresSettings(fresh.url(), fresh.parameters(), fresh.name(), maxRecords));
    }
}
