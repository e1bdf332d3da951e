package io.hexcache.contract;

import static io.hexcache.contract.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.Urgency;
import io.hexcache.domain.port.JournalMark;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.JournalState;
import io.hexcache.domain.port.WriteBehindJournal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of a {@link WriteBehindJournal} whose disk or server fails: after a write that failed nothing is
 * acknowledged until it has been reopened, and nothing that was acknowledged is gone. An adapter that writes to
 * something which can fail extends this class in its tests, and says how that is done.
 */
public abstract class JournalFailureContract {

    private WriteBehindJournal journal;

    /** The journal of this test, as the process before left it; called again once that has been closed. */
    public abstract WriteBehindJournal open();

    /** Has the next write of that journal fail; the one after it would succeed. */
    public abstract void failNextWrite();

    @BeforeEach
    final void openJournal() {
        journal = open();
    }

    @AfterEach
    final void closeJournal() {
        journal.close();
    }

    private void failOnce() {
        failNextWrite();
        refused(() -> journal.append(record(key("lost"), 2)));
    }

    private static void refused(ThrowingCallable change) {
        assertThatExceptionOfType(CacheException.class).isThrownBy(change);
    }

    private static JournalRecord record(CacheKey key, long order) {
        return new JournalRecord(key, order, Urgency.NORMAL, key.render().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    final void append_thatFails_saysSoAndBreaksTheJournal() {
        failOnce();

        assertThat(journal.state()).isInstanceOf(JournalState.Broken.class);
        assertThat(((JournalState.Broken) journal.state()).reason()).isNotBlank();
    }

    @Test
    final void change_ofABrokenJournal_isRefusedWhicheverItIs() {
        journal.append(record(key("a"), 1));
        journal.bury(record(key("dead"), 1), "refused", Instant.EPOCH);
        long dead = journal.deadLetters(0, 1).getFirst().id();
        failOnce();

        refused(() -> journal.append(record(key("b"), 3)));
        refused(() -> journal.settle(List.of(new JournalMark(key("a"), 1))));
        refused(() -> journal.bury(record(key("a"), 1), "refused", Instant.EPOCH));
        refused(() -> journal.revive(dead));
        refused(() -> journal.drop(dead));
        refused(() -> journal.confirm());
        assertThat(journal.state()).isInstanceOf(JournalState.Broken.class);
    }

    @Test
    final void reopen_ofABrokenJournal_holdsWhatWasAcknowledgedAndTakesMore() {
        journal.append(record(key("a"), 1));
        failOnce();

        journal.reopen();

        assertThat(journal.state()).isEqualTo(new JournalState.Open());
        assertThatCode(journal::confirm).doesNotThrowAnyException();
        journal.append(record(key("b"), 3));
        assertThat(journal.oldest(10)).contains(key("a"), key("b"));
        assertThat(journal.depth().pending()).isEqualTo(journal.oldest(10).size());
    }

    @Test
    final void nextProcess_afterAFailure_findsWhatWasAcknowledgedBeforeAndAfterIt() {
        journal.append(record(key("a"), 1));
        failOnce();
        journal.reopen();
        journal.append(record(key("b"), 3));
        journal.settle(List.of(new JournalMark(key("a"), 1)));
        journal.close();

        journal = open();

        assertThat(journal.oldest(10)).contains(key("b")).doesNotContain(key("a"));
    }

    @Test
    final void close_ofABrokenJournal_isForGood() {
        failOnce();
        journal.close();

        assertThat(journal.state()).isEqualTo(new JournalState.Closed());
        refused(() -> journal.reopen());
    }
}
