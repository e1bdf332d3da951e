package io.hexcache.infrastructure.jdbc;

import static io.hexcache.infrastructure.jdbc.JournalSamples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.port.JournalMark;
import io.hexcache.domain.port.JournalState;
import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.infrastructure.jdbc.FailingDisk.Commit;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a journal does when its disk fails: it acknowledges nothing more until it has been reopened. */
final class JournalFaultTest {

    @TempDir
    Path folder;

    private final FailingDisk disk = new FailingDisk();

    private WriteBehindJournal open() {
        return JournalFiles.open(JournalSettings.in(folder.resolve("journal")), disk);
    }

    @ParameterizedTest
    @EnumSource(names = "WORKS", mode = EnumSource.Mode.EXCLUDE)
    void failedSync_poisonsTheJournalUntilItIsReopened(Commit failure) {
        try (WriteBehindJournal journal = open()) {
            journal.append(record("a", 1));
            disk.nextCommit(failure);
            assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> journal.append(record("b", 2)))
                    .withMessageContaining("error of its disk").withMessageContaining("reopened");
            assertThat(journal.state()).isInstanceOf(JournalState.Broken.class);
            assertThatExceptionOfType(CacheWriteException.class).as("though the disk works again").isThrownBy(
                    () -> journal.append(record("c", 3)));
            assertThat(journal.find(JournalSamples.key("a"))).as("it still reads").isPresent();

            journal.reopen();

            assertThat(journal.state()).isEqualTo(new JournalState.Open());
            journal.append(record("d", 4));
            Map<String, Long> held = JournalSamples.waiting(journal);
            assertThat(held).containsEntry("a", 1L).containsEntry("d", 4L).doesNotContainKey("c");
            assertThat(journal.depth().pending()).isEqualTo(held.size());
        }
        try (WriteBehindJournal journal = open()) {
            assertThat(JournalSamples.waiting(journal)).containsEntry("a", 1L).containsEntry("d", 4L);
        }
    }

    @Test
    void fullDisk_refusesAndStaysBrokenUntilThereIsRoom() {
        try (WriteBehindJournal journal = open()) {
            journal.append(record("a", 1));
            disk.nextCommit(Commit.FAILS_BEFORE);
            disk.fill(true);
            assertThatExceptionOfType(CacheException.class).isThrownBy(() -> journal.append(record("b", 2)));
            journal.reopen();
            // Real SQLITE_FULL: the file may not grow by a page.
            assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> {
                for (int i = 0; i < 500; i++) {
                    journal.append(record("more" + i, 10 + i));
                }
            }).withMessageContaining("disk is full; make room");
            assertThat(journal.state()).isInstanceOf(JournalState.Broken.class);
            disk.fill(false);
            journal.reopen();
            journal.append(record("c", 1_000));
            assertThat(JournalSamples.waiting(journal)).containsEntry("a", 1L).containsEntry("c", 1_000L);
        }
    }

    @Test
    void randomFailures_loseNothingThatWasAcknowledged() {
        for (int seed = 0; seed < 3; seed++) {
            run(new SplittableRandom(seed), folder.resolve("seed" + seed), 400);
        }
    }

    /** Writes and settles while the disk fails now and then; what was acknowledged is there in the end. */
    static void run(SplittableRandom random, Path directory, int steps) {
        FailingDisk disk = new FailingDisk();
        Map<String, Long> acknowledged = new HashMap<>();
        Map<String, Long> settledMaybe = new HashMap<>();
        try (WriteBehindJournal journal = JournalFiles.open(JournalSettings.in(directory), disk)) {
            for (int order = 1; order <= steps; order++) {
                String row = "row" + random.nextInt(20);
                if (random.nextInt(20) == 0) {
                    disk.nextCommit(random.nextBoolean() ? Commit.FAILS_BEFORE : Commit.FAILS_AFTER);
                }
                try {
                    if (random.nextInt(4) == 0 && acknowledged.containsKey(row)) {
                        settledMaybe.put(row, acknowledged.get(row));
                        journal.settle(List.of(new JournalMark(JournalSamples.key(row), acknowledged.get(row))));
                        acknowledged.remove(row);
                    } else {
                        journal.append(record(row, order));
                        acknowledged.put(row, (long) order);
                    }
                } catch (CacheWriteException failed) {
                    journal.reopen();
                }
            }
        }
        try (WriteBehindJournal journal = JournalFiles.open(JournalSettings.in(directory), disk)) {
            Map<String, Long> held = JournalSamples.waiting(journal);
            acknowledged.forEach((row, order) -> assertThat(held.getOrDefault(row, settledMaybe.getOrDefault(row, 0L)))
                    .as("what is held of %s", row).isGreaterThanOrEqualTo(order));
        }
    }
}
