package io.hexcache.infrastructure.jdbc;

import static io.hexcache.infrastructure.jdbc.JournalSamples.key;
import static io.hexcache.infrastructure.jdbc.JournalSamples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.port.JournalMark;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.JournalState;
import io.hexcache.domain.port.WriteBehindJournal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * One node takes over the journal of another that is thought to be gone and is not: its session was ended by the
 * server, as that does with one that it does not hear from. Each line of the table in docs/write-behind.md.
 */
final class PostgresTakeoverTest {

    private final PostgresSettings settings = TestPostgres.journal();

    @Test
    void nextOwner_findsWhatWasAcknowledgedInOrder() throws SQLException {
        try (WriteBehindJournal before = PostgresJournals.open(settings)) {
            List.of(5, 3, 9, 1).forEach(order -> before.append(record("row" + order, order)));
            TestPostgres.cutOff(settings);
            try (WriteBehindJournal next = PostgresJournals.open(settings)) {
                assertThat(next.oldest(10)).containsExactly(key("row1"), key("row3"), key("row5"), key("row9"));
                assertThat(next.depth().newestOrder()).isEqualTo(9);
            }
        }
    }

    @Test
    void ownerBefore_canNeitherAcknowledgeNorSettleNorDrain() throws SQLException {
        try (WriteBehindJournal before = PostgresJournals.open(settings)) {
            before.append(record("a", 1));
            TestPostgres.cutOff(settings);
            try (WriteBehindJournal next = PostgresJournals.open(settings)) {
                assertThatExceptionOfType(CacheException.class).isThrownBy(before::confirm);
                assertThatExceptionOfType(CacheException.class).isThrownBy(() -> before.append(record("b", 2)));
                assertThatExceptionOfType(CacheException.class).isThrownBy(() -> before.settle(List.of(new JournalMark(
                        key("a"), 1))));
                assertThatExceptionOfType(CacheException.class).isThrownBy(() -> before.bury(record("a", 1), "refused",
                        Instant.EPOCH));
                assertThat(next.oldest(10)).containsExactly(key("a"));
                assertThatExceptionOfType(CacheException.class).isThrownBy(before::reopen).withMessageContaining(
                        "in use");
            }
            assertThatExceptionOfType(CacheException.class).as("what it remembers is of no use any more").isThrownBy(
                    before::reopen).withMessageContaining("taken over").withMessageContaining("restart");
            assertThat(before.state()).isInstanceOf(JournalState.Broken.class);
        }
    }

    /** Without its lock, as behind a pool that gives sessions to others, the epoch alone keeps the old owner out. */
    @Test
    void ownerBeforeWhoseSessionLives_isKeptOutByTheEpoch() throws SQLException {
        try (WriteBehindJournal before = PostgresJournals.open(settings)) {
            before.append(record("a", 1));
            TestPostgres.execute("UPDATE \"" + settings.schema() + "\".owner SET epoch = epoch + 1");

            assertThatExceptionOfType(CacheException.class).isThrownBy(() -> before.append(record("b", 2)))
                    .withMessageContaining("taken over");
        }
        try (WriteBehindJournal next = PostgresJournals.open(settings)) {
            assertThat(next.oldest(10)).containsExactly(key("a"));
        }
    }

    /** A transaction that has compared its epoch is waited for, and what it commits is found. */
    @Test
    void transactionThatHasComparedItsEpoch_isWaitedForByTheNextOwner() throws Exception {
        PostgresJournals.open(settings).close();
        try (Connection before = DriverManager.getConnection(TestPostgres.url() + "?currentSchema=" + settings.schema(),
                "postgres", ""); Statement statement = before.createStatement()) {
            before.setAutoCommit(false);
            statement.execute("SELECT epoch FROM owner FOR SHARE");
            CompletableFuture<WriteBehindJournal> opening = CompletableFuture.supplyAsync(() -> PostgresJournals.open(
                    settings));
            awaitSomebodyWhoWaits();
            assertThat(opening).isNotDone();
            statement.execute("INSERT INTO pending VALUES ('rows:a:v0', 1, 'NORMAL', 0, 'x')");
            before.commit();

            try (WriteBehindJournal next = opening.get(10, TimeUnit.SECONDS)) {
                assertThat(next.oldest(10)).containsExactly(key("a"));
            }
        }
    }

    private void awaitSomebodyWhoWaits() throws SQLException {
        try (Connection watching = DriverManager.getConnection(TestPostgres.url(), "postgres", "");
                Statement statement = watching.createStatement()) {
            boolean waits = false;
            while (!waits) {
                try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE"
                        + " wait_event_type = 'Lock' AND query LIKE 'UPDATE owner%'")) {
                    waits = rows.next() && rows.getInt(1) > 0;
                }
            }
        }
    }

    @Test
    void ownerBeforeWhoseSessionLives_doesNotDrain() throws SQLException {
        try (WriteBehindJournal before = PostgresJournals.open(settings)) {
            before.confirm();
            TestPostgres.execute("UPDATE \"" + settings.schema() + "\".owner SET epoch = epoch + 1");

            assertThatExceptionOfType(CacheException.class).isThrownBy(before::confirm).withMessageContaining(
                    "taken over");
            assertThat(before.state()).isInstanceOf(JournalState.Broken.class);
        }
    }

    @Test
    void sessionThatWasCut_isOpenedAnewIfNobodyElseHadTheJournal() throws SQLException {
        try (WriteBehindJournal journal = PostgresJournals.open(settings)) {
            journal.append(record("a", 1));
            TestPostgres.cutOff(settings);
            assertThatExceptionOfType(CacheException.class).isThrownBy(() -> journal.append(record("b", 2)))
                    .withMessageContaining("cannot be reached").withMessageContaining("reopened");

            journal.reopen();

            journal.append(record("c", 3));
            assertThat(journal.oldest(10)).containsExactly(key("a"), key("c"));
            assertThat(journal.find(key("c"))).map(JournalRecord::order).contains(3L);
        }
    }
}
