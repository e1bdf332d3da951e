package io.hexcache.benchmarks.peers.measure;

import io.hexcache.benchmarks.peers.plan.Callers;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Callers that each begin the next operation when the last one has ended, for some time. */
final class ClosedLoop {

    /** A caller: makes one operation each time. */
    interface Caller {

        void call(SplittableRandom random);
    }

    /** What came of it; the use is from when all callers were ready until the last one had ended. */
    record Outcome(long operations, ProcessUse use) {}

    private final Callers callers;
    private final LongFunction<Caller> maker;
    private final LongAdder operations = new LongAdder();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean running = true;

    private ClosedLoop(Callers callers, LongFunction<Caller> maker) {
        this.callers = callers;
        this.maker = maker;
    }

    /**
     * Runs them for that long.
     *
     * @param maker makes each caller from its number
     * @throws IllegalStateException if an operation has failed
     */
    static Outcome run(Callers callers, Duration duration, LongFunction<Caller> maker) {
        return new ClosedLoop(callers, maker).run(duration);
    }

    private Outcome run(Duration duration) {
        CountDownLatch ready = new CountDownLatch(callers.count());
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(callers.count());
        LongStream.range(0, callers.count()).forEach(number -> callers.threads().newThread(() -> {
            try {
                Caller caller = maker.apply(number);
                ready.countDown();
                start.await();
                loop(caller, new SplittableRandom(System.nanoTime() ^ number << 40));
            } catch (Throwable failed) {
                failure.compareAndSet(null, failed);
                running = false;
                ready.countDown();
            } finally {
                ended.countDown();
            }
        }).start());
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            ready.await();
            ProcessUse before = ProcessUse.now();
            start.countDown();
            Future<?> _ = clock.schedule(() -> running = false, duration.toNanos(), TimeUnit.NANOSECONDS);
            ended.await();
            ProcessUse use = ProcessUse.now().since(before);
            if (failure.get() != null) {
                throw new IllegalStateException("an operation failed: " + failure.get(), failure.get());
            }
            return new Outcome(operations.sum(), use);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private void loop(Caller caller, SplittableRandom random) {
        long done = 0;
        try {
            while (running) {
                caller.call(random);
                done++;
            }
        } finally {
            operations.add(done);
        }
    }
}
