package io.hexcache.contract;

import static io.hexcache.contract.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.port.JournalState;
import io.hexcache.domain.port.WriteBehindJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link WriteBehindJournal}: what waits, what has died, the bound. What survives a crash each adapter
 * shows by its own means. An adapter extends this class in its tests and says how its journals are made.
 */
public abstract class WriteBehindJournalContract implements JournalRecordTests, JournalDeathTests {

    private WriteBehindJournal journal;

    @BeforeEach
    final void openJournal() {
        journal = emptyJournal(BOUND);
    }

    @AfterEach
    final void closeJournal() {
        journal.close();
    }

    @Override
    public final WriteBehindJournal journal() {
        return journal;
    }

    @Test
    final void state_ofAJournalThatWorks_isOpenAndReopeningChangesNothing() {
        journal.append(record(key("a"), 7));
        journal.reopen();

        assertThat(journal.state()).isEqualTo(new JournalState.Open());
        assertThat(journal.find(key("a"))).isPresent();
    }

    @Test
    final void close_thenAppend_throwsConnectionError() {
        journal.close();
        journal.close();

        assertThat(journal.state()).isEqualTo(new JournalState.Closed());
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> journal.append(record(key("a"), 7)))
                .withMessageContaining("closed");
    }
}
