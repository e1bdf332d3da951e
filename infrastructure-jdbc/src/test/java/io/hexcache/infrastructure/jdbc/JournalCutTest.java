package io.hexcache.infrastructure.jdbc;

import static io.hexcache.infrastructure.jdbc.JournalSamples.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.port.WriteBehindJournal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Copies of the files as a crash of the machine could leave them: the log cut anywhere behind what was synced, with
 * rubbish behind the cut or not; and cut where a disk has broken its word.
 */
final class JournalCutTest {

    @TempDir
    Path folder;

    /** How long the log was when so much had been acknowledged. */
    private record Acknowledged(long logBytes, Map<String, Long> records) {}

    @Test
    void logCutBehindWhatWasSynced_keepsAllThatWasAcknowledged() throws IOException {
        cut(new SplittableRandom(1), 60);
    }

    void cut(SplittableRandom random, int cuts) throws IOException {
        Path original = folder.resolve("original" + cuts);
        List<Acknowledged> history = new ArrayList<>();
        try (WriteBehindJournal journal = JournalFiles.open(JournalSettings.in(original))) {
            Map<String, Long> records = new HashMap<>();
            Path log = original.resolve("journal.db-wal");
            history.add(new Acknowledged(Files.size(log), Map.of()));
            for (int order = 1; order <= 120; order++) {
                String row = "row" + random.nextInt(30);
                journal.append(record(row, order));
                records.put(row, (long) order);
                history.add(new Acknowledged(Files.size(log), Map.copyOf(records)));
            }
            for (int i = 0; i < cuts; i++) {
                int known = random.nextInt(history.size() - 1);
                long from = history.get(known).logBytes();
                long to = history.get(known + 1).logBytes();
                // At least what was synced with the acknowledged record, at most all of the next one.
                long length = from + random.nextLong(to - from + 1);
                verify(copy(original, i, length, random), history.get(known), history.get(known + 1));
            }
        }
    }

    private Path copy(Path original, int number, long length, SplittableRandom random) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copies"));
        copy = Files.createDirectory(copy.resolve("copy" + number + "-" + random.nextInt(1 << 30)));
        Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(original));
        Files.copy(original.resolve("journal.db"), copy.resolve("journal.db"));
        Files.copy(original.resolve("journal.lock"), copy.resolve("journal.lock"));
        Path log = copy.resolve("journal.db-wal");
        Files.copy(original.resolve("journal.db-wal"), log);
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
        if (random.nextBoolean()) {
            byte[] rubbish = new byte[1 + random.nextInt(10_000)];
            random.nextBytes(rubbish);
            Files.write(log, rubbish, StandardOpenOption.APPEND);
        }
        return copy;
    }

    private static void verify(Path copy, Acknowledged before, Acknowledged after) {
        try (WriteBehindJournal journal = JournalFiles.open(JournalSettings.in(copy))) {
            assertThat(JournalSamples.waiting(journal)).as("%s", copy).isIn(before.records(), after.records());
        }
    }

    @Test
    void tablesCutAnywhere_areRefusedOrWhole() throws IOException {
        Path original = folder.resolve("original");
        Map<String, Long> records = new HashMap<>();
        try (WriteBehindJournal journal = JournalFiles.open(JournalSettings.in(original))) {
            for (int order = 1; order <= 500; order++) {
                journal.append(record("row" + order, order));
                records.put("row" + order, (long) order);
            }
        }
        SplittableRandom random = new SplittableRandom(2);
        long length = Files.size(original.resolve("journal.db"));
        for (int i = 0; i < 40; i++) {
            Path copy = Files.createDirectory(folder.resolve("cut" + i));
            Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(original));
            Files.copy(original.resolve("journal.lock"), copy.resolve("journal.lock"));
            Files.copy(original.resolve("journal.db"), copy.resolve("journal.db"));
            long cut = random.nextLong(length);
            try (FileChannel channel = FileChannel.open(copy.resolve("journal.db"), StandardOpenOption.WRITE)) {
                channel.truncate(cut);
            }
            try (WriteBehindJournal journal = JournalFiles.open(JournalSettings.in(copy))) {
                assertThat(JournalSamples.waiting(journal)).as("cut at %d of %d", cut, length).isEqualTo(records);
            } catch (CacheConfigurationException refused) {
                assertThat(refused.getMessage()).contains(copy.toString());
            }
        }
    }
}
