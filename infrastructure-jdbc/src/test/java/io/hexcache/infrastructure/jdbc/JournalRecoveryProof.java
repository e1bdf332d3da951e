package io.hexcache.infrastructure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.UrgencyRules;
import io.hexcache.domain.port.JobScheduler;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.domain.time.BlockingWaiter;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.domain.writebehind.RecordTarget;
import io.hexcache.domain.writebehind.RetryRules;
import io.hexcache.domain.writebehind.WriteBehindPorts;
import io.hexcache.domain.writebehind.WriteBehindService;
import io.hexcache.domain.writebehind.WriteBehindSettings;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a start takes with a million records in the journal. */
final class JournalRecoveryProof {

    private static final WriteBehindSettings SETTINGS = new WriteBehindSettings(100, Duration.ofMinutes(1), 10_000,
            Duration.ofSeconds(1), 1, RetryRules.DEFAULT, UrgencyRules.NONE);

    @TempDir
    Path folder;

    @Test
    void aMillionRecords_areTakenUpWithinTenSeconds() throws SQLException {
        JournalSettings settings = JournalSettings.in(folder.resolve("journal"));
        JournalFiles.open(settings).close();
        try (Connection connection = Connections.DRIVER.open(settings.file());
                Statement statement = connection
                        .createStatement()) {
            statement.execute("""
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
                    INSERT INTO pending SELECT 'rows:row' || i || ':v0', i, 'NORMAL', 0, randomblob(200) FROM n""");
        }
        long begun = System.nanoTime();
        try (WriteBehindJournal journal = JournalFiles.open(settings);
                JobScheduler scheduler = MemoryAdapters.jobScheduler(InstantSource.system())) {
            WriteBehindService behind = new WriteBehindService(new WriteBehindPorts(journal, scheduler, SETTINGS),
                    new NodeRuntime(System::nanoTime, InstantSource.system(), new BlockingWaiter(), new SecureRandom(),
                            Runnable::run));
            behind.add(new Namespace("rows"), new AwayTarget());
            behind.start();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            System.out.printf("1,000,000 journaled records were taken up in %d ms%n", took.toMillis());
            assertThat(behind.status().pending()).isEqualTo(1_000_000);
            assertThat(behind.find(JournalSamples.key("row1"))).isPresent();
            assertThat(behind.find(JournalSamples.key("row1000000"))).isPresent();
            assertThat(took).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static final class AwayTarget implements RecordTarget {

        @Override
        public void apply(JournalRecord record, BooleanSupplier isNewest) {
            throw new CacheConnectionException("the source is away");
        }

        @Override
        public Verdict judge(RuntimeException failure) {
            return Verdict.AWAY;
        }

        @Override
        public void givenUp(CacheKey key) {
            // Nothing is cached here.
        }
    }
}
