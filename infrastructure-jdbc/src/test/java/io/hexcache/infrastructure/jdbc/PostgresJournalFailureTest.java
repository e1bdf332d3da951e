package io.hexcache.infrastructure.jdbc;

import io.hexcache.contract.JournalFailureContract;
import io.hexcache.domain.port.WriteBehindJournal;
import java.sql.SQLException;

/** The server ends the session, as one that restarts does. */
final class PostgresJournalFailureTest extends JournalFailureContract {

    private final PostgresSettings settings = TestPostgres.journal();

    @Override
    public WriteBehindJournal open() {
        return PostgresJournals.open(settings);
    }

    @Override
    public void failNextWrite() {
        try {
            TestPostgres.cutOff(settings);
        } catch (SQLException failure) {
            throw new IllegalStateException("the session could not be ended", failure);
        }
    }
}
