package io.hexcache.infrastructure.jdbc;

import static io.hexcache.infrastructure.jdbc.JournalSamples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.port.WriteBehindJournal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal on PostgreSQL says of a server or of tables that it cannot use; none of them is changed. */
final class PostgresOpeningTest {

    private final PostgresSettings settings = TestPostgres.journal();

    private static void refused(PostgresSettings settings, String... parts) {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> PostgresJournals.open(settings)
                .close()).satisfies(failure -> assertThat(failure.getMessage()).contains(parts).contains(settings.url())
                        .doesNotContain("\n", "secret"));
    }

    private PostgresSettings with(String name, String value) {
        Map<String, String> parameters = new HashMap<>(settings.parameters());
        parameters.put(name, value);
        return new PostgresSettings(settings.url(), parameters, settings.name(), settings.maxRecords());
    }

    private void filled() {
        try (WriteBehindJournal journal = PostgresJournals.open(settings)) {
            journal.append(record("a", 1));
            journal.append(record("b", 2));
        }
    }

    @Test
    void reopened_holdsWhatItHeld() {
        filled();
        try (WriteBehindJournal journal = PostgresJournals.open(settings)) {
            assertThat(JournalSamples.waiting(journal)).isEqualTo(Map.of("a", 1L, "b", 2L));
            assertThat(journal.depth().newestOrder()).isEqualTo(2);
        }
    }

    @Test
    void openedTwice_namesTheHolderAndTheWayOut() {
        try (WriteBehindJournal _ = PostgresJournals.open(settings)) {
            refused(settings, "in use by session", "from 127.0.0.1", "data.name", "pg_terminate_backend");
        }
        filled();
    }

    @Test
    void journalsOfDifferentNames_areOpenAtTheSameTimeAndApart() {
        try (WriteBehindJournal one = PostgresJournals.open(settings);
                WriteBehindJournal other = PostgresJournals.open(TestPostgres.journal())) {
            one.append(record("a", 1));

            assertThat(other.find(JournalSamples.key("a"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "local", "remote_write"})
    void commitsThatAreNotSynced_areRefused(String commit) {
        refused(with("options", "-c synchronous_commit=" + commit), "synchronous_commit = " + commit, "ALTER ROLE");
    }

    @Test
    void serverThatTakesNoChanges_isRefused() {
        refused(with("options", "-c default_transaction_read_only=on"), "takes no changes", "primary");
    }

    @Test
    void newerVersion_isRefusedAndLeft() throws SQLException {
        filled();
        TestPostgres.execute("UPDATE \"" + settings.schema() + "\".owner SET version = 7");
        refused(settings, "version 7", "up to 1", "newer service");
        TestPostgres.execute("UPDATE \"" + settings.schema() + "\".owner SET version = 1");
        try (WriteBehindJournal journal = PostgresJournals.open(settings)) {
            assertThat(journal.depth().pending()).isEqualTo(2);
        }
    }

    @Test
    void tableThatIsGone_isNotTakenForANewJournal() throws SQLException {
        filled();
        TestPostgres.execute("DROP TABLE \"" + settings.schema() + "\".pending");
        refused(settings, "not all of a journal", "data.name");
    }

    @Test
    void serverThatIsNotThere_isRefused() {
        refused(new PostgresSettings("jdbc:postgresql://127.0.0.1:1/postgres", settings.parameters(), "a", 10),
                "cannot be reached");
    }

    @Test
    void databaseThatIsNotThere_isRefused() {
        refused(new PostgresSettings(settings.url() + "x", settings.parameters(), "a", 10), "no database of that name");
    }

    @Test
    void urlWithAPassword_isRefusedWithoutShowingIt() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new PostgresSettings(
                "jdbc:postgresql://ada:secret@localhost/db", Map.of(), "a", 10)).satisfies(
                        failure -> assertThat(
                                failure.getMessage()).contains("parameters").doesNotContain("secret"));
        assertThat(settings.toString()).doesNotContain("secret");
    }
}
