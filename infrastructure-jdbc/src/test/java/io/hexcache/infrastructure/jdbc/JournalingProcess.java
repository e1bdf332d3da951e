package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.Durability;
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
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * A process of its own that writes behind until it is killed: writers count up, each on keys of its own, and say what
 * was acknowledged; the source is a file to which each applied write adds a line.
 */
final class JournalingProcess {

    static final int WRITERS = 8;
    static final int KEYS_EACH = 4;

    private static final WriteBehindSettings SETTINGS = new WriteBehindSettings(50, Duration.ofMillis(20), 100,
            Duration.ofSeconds(5), 4, RetryRules.DEFAULT, UrgencyRules.NONE);

    private JournalingProcess() {}

    /** The place of the journal, the file of the source, the first number, and how many to write: 0 without end. */
    public static void main(String[] arguments) throws IOException {
        long first = Long.parseLong(arguments[2]);
        long count = Long.parseLong(arguments[3]);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (FileChannel source = FileChannel.open(Path.of(arguments[1]), StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
                WriteBehindJournal journal = open(arguments[0]);
                JobScheduler scheduler = MemoryAdapters.jobScheduler(InstantSource.system());
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            WriteBehindService behind = new WriteBehindService(new WriteBehindPorts(journal, scheduler, SETTINGS),
                    new NodeRuntime(System::nanoTime, InstantSource.system(), new BlockingWaiter(), new SecureRandom(),
                            executor));
            behind.add(new Namespace("rows"), new FileTarget(source));
            say(out, "starting");
            behind.start();
            say(out, "started");
            try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    int number = writer;
                    writers.execute(() -> write(behind, out, number, first, count));
                }
            }
            say(out, "left " + behind.stop(Duration.ofSeconds(30)).pending());
        }
    }

    /** In a directory, or of this name at this URL. */
    private static WriteBehindJournal open(String place) {
        String[] parts = place.split(" ", -1);
        return parts.length == 1
                ? JournalFiles.open(JournalSettings.in(Path.of(place)))
                : PostgresJournals.open(new PostgresSettings(parts[0], Map.of("user", "postgres"), parts[1],
                        JournalSettings.DEFAULT_MAX_RECORDS));
    }

    private static void write(WriteBehindService behind, PrintStream out, int writer, long first, long count) {
        for (long number = first; count == 0 || number < first + count; number++) {
            String row = "row" + writer + "-" + number % KEYS_EACH;
            try {
                behind.accept(JournalSamples.key(row), String.valueOf(number).getBytes(StandardCharsets.UTF_8),
                        Durability.DEFERRED, Optional.empty());
                say(out, row + " " + number);
            } catch (CacheException refused) {
                say(out, "refused " + refused.getMessage());
            }
        }
    }

    private static void say(PrintStream out, String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    private record FileTarget(FileChannel source) implements RecordTarget {

        @Override
        public void apply(JournalRecord record, BooleanSupplier isNewest) {
            String line = record.key().identifier() + " " + new String(record.payload(), StandardCharsets.UTF_8) + "\n";
            try {
                source.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot add to the source", failure);
            }
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
