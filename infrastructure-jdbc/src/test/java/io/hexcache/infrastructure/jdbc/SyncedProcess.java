package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.port.WriteBehindJournal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that appends records and says of each, in one write to its output, that it was acknowledged. */
final class SyncedProcess {

    static final int RECORDS = 400;

    private static final int WRITERS = 8;

    private SyncedProcess() {}

    /** The directory of the journal, and what to set {@code synchronous} to; as the service sets it, if nothing. */
    public static void main(String[] arguments) {
        Connections connections = arguments.length == 1 ? Connections.DRIVER : unlike(arguments[1]);
        AtomicInteger next = new AtomicInteger();
        try (WriteBehindJournal journal = JournalFiles.open(JournalSettings.in(Path.of(arguments[0])), connections);
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    writers.execute(() -> {
                        for (int n = next.incrementAndGet(); n <= RECORDS; n = next.incrementAndGet()) {
                            String name = "record-%06d.".formatted(n);
                            journal.append(JournalSamples.record(name, n));
                            say(out, "acknowledged " + name + "\n");
                        }
                    });
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to the output", failure);
        }
    }

    private static void say(FileOutputStream out, String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to the output", failure);
        }
    }

    private static Connections unlike(String synchronous) {
        return file -> {
            Connection connection = Connections.DRIVER.open(file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous = " + synchronous);
            }
            return connection;
        };
    }
}
