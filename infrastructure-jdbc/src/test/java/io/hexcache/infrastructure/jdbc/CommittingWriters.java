package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.policy.Urgency;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.WriteBehindJournal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Writers that each append to one journal as fast as it acknowledges. */
final class CommittingWriters {

    static final int WRITERS = 64;

    private static final byte[] PAYLOAD = new byte[200];

    private CommittingWriters() {}

    /** What one run has done. */
    record Run(long writes, long commits, double seconds) {

        double rate() {
            return writes / seconds;
        }

        double meanBatch() {
            return (double) writes / commits;
        }
    }

    /** Writes for so long into a new journal in this directory, with at most so many writes in a commit. */
    static Run run(Path directory, int most, Duration length) throws InterruptedException, ExecutionException {
        AtomicLong commits = new AtomicLong();
        JournalSettings settings = JournalSettings.in(directory);
        try (WriteBehindJournal journal = JdbcJournal.open(SqliteDatabase.lock(settings, counted(commits)), settings
                .maxRecords(), most)) {
            long before = commits.get();
            long begun = System.nanoTime();
            long writes = write(journal, begun + length.toNanos());
            return new Run(writes, commits.get() - before, (System.nanoTime() - begun) / 1e9);
        }
    }

    private static long write(WriteBehindJournal journal, long until) throws InterruptedException, ExecutionException {
        AtomicLong orders = new AtomicLong();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String row = "row" + writer + "-";
                all.add(writers.submit(() -> {
                    long written = 0;
                    for (; System.nanoTime() - until < 0; written++) {
                        journal.append(new JournalRecord(JournalSamples.key(row + written % 100), orders
                                .incrementAndGet(), Urgency.NORMAL, PAYLOAD));
                    }
                    return written;
                }));
            }
            long sum = 0;
            for (Future<Long> one : all) {
                sum += one.get();
            }
            return sum;
        }
    }

    private static Connections counted(AtomicLong commits) {
        return file -> {
            Connection real = Connections.DRIVER.open(file);
            return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[]{
                    Connection.class}, (_, method, arguments) -> {
                        if (method.getName().equals("commit")) {
                            commits.incrementAndGet();
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    });
        };
    }
}
