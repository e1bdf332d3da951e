package io.hexcache.contract;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The stress under which a cache shows whether it keeps what has changed: four threads read 50 keys, one changes them,
 * and when it is quiet again, and a second has passed at most, nobody may read anything older than the last change.
 */
public final class StaleKeyStress {

    private static final int READERS = 4;
    private static final int KEYS = 50;
    private static final Duration BOUND = Duration.ofSeconds(1);

    /** A change in this many reads: a writer that outran the readers would leave them nothing to hit. */
    private static final int READS_PER_WRITE = 25;

    /** How long the writer waits for those reads before it looks whether the round is over. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** A busy machine does little in a second or two; a round is longer until it has done this much. */
    private static final long LEAST_READS = 10_000;
    private static final long LEAST_WRITES = 100;

    /** What is put under stress. */
    public interface Subject {

        /** Reads as a user of the cache does. */
        Seen read(String key);

        /** Changes the key behind the back of those who read; returns when that is complete. */
        void write(String key, long value);
    }

    /** What a reader has got, and whether from the memory of its own process. */
    public record Seen(long value, boolean isLocal) {}

    /**
     * What came of it.
     *
     * @param stale the keys that are older than their last change still, with both values
     */
    public record Outcome(long reads, long localReads, long writes, List<String> stale) {}

    private final Subject subject;
    private final AtomicLongArray last = new AtomicLongArray(KEYS);
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong localReads = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final Semaphore readsToSpend = new Semaphore(0);
    private final AtomicBoolean timeIsUp = new AtomicBoolean();
    private final AtomicBoolean broken = new AtomicBoolean();

    private final int readsPerWrite;

    private StaleKeyStress(Subject subject, int readsPerWrite) {
        this.subject = subject;
        this.readsPerWrite = readsPerWrite;
    }

    /** One round of this length, or longer. */
    public static Outcome run(Subject subject, Duration length) {
        return run(subject, READS_PER_WRITE, length);
    }

    /** As {@link #run(Subject, Duration)}, with a change in so many reads. */
    public static Outcome run(Subject subject, int readsPerWrite, Duration length) {
        return new StaleKeyStress(subject, readsPerWrite).run(length);
    }

    private Outcome run(Duration length) {
        IntStream.range(0, KEYS).forEach(key -> subject.write(name(key), 0));
        try (ScheduledExecutorService threads = Executors.newScheduledThreadPool(READERS + 2)) {
            Stream<Future<?>> readers = IntStream.range(0, READERS).mapToObj(reader -> threads.submit(() -> readOn(
                    reader)));
            List<Future<?>> all = Stream.concat(Stream.of(threads.submit(this::writeOn), threads.schedule(() -> timeIsUp
                    .set(true), length.toMillis(), TimeUnit.MILLISECONDS)), readers).toList();
            all.forEach(this::await);
        }
        return new Outcome(reads.get(), localReads.get(), writes.get(), staleAtLast());
    }

    private void readOn(int reader) {
        for (int i = reader; !isOver(); i++) {
            if (subject.read(name(i % KEYS)).isLocal()) {
                localReads.incrementAndGet();
            }
            reads.incrementAndGet();
            readsToSpend.release();
        }
    }

    private long writeOn() throws InterruptedException {
        while (!isOver()) {
            if (readsToSpend.tryAcquire(readsPerWrite, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                long value = writes.get() + 1;
                int key = (int) (value * 7 % KEYS);
                subject.write(name(key), value);
                last.set(key, value);
                writes.incrementAndGet();
            }
        }
        return writes.get();
    }

    private boolean isOver() {
        return broken.get() || (timeIsUp.get() && reads.get() >= LEAST_READS && writes.get() >= LEAST_WRITES);
    }

    private List<String> staleAtLast() {
        try {
            Awaitility.await().atMost(BOUND).pollInterval(Duration.ofMillis(20)).until(() -> stale().isEmpty());
        } catch (ConditionTimeoutException stillStale) {
            // The caller is told which they are.
        }
        return stale();
    }

    private List<String> stale() {
        return IntStream.range(0, KEYS).filter(key -> subject.read(name(key)).value() != last.get(key)).mapToObj(
                key -> name(key) + " is " + subject.read(name(key)).value() + ", not " + last.get(key)).toList();
    }

    private static String name(int key) {
        return "key-" + key;
    }

    private void await(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException failed) {
            broken.set(true);
            throw new AssertionError("a thread of the stress failed: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException stopped) {
            broken.set(true);
            Thread.currentThread().interrupt();
            throw new AssertionError("the stress was interrupted", stopped);
        }
    }
}
