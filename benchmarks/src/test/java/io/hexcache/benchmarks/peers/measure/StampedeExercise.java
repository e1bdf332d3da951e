package io.hexcache.benchmarks.peers.measure;

import io.hexcache.benchmarks.peers.plan.Callers;
import io.hexcache.benchmarks.peers.system.Loads;
import io.hexcache.benchmarks.peers.system.Product;
import io.hexcache.domain.time.BlockingWaiter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** {@code ID CALLERS}: all of them read the identifier at once, which takes its source some time to load. */
record StampedeExercise(Loads peer) implements Exercise {

    private static final Duration LOAD = Duration.ofMillis(200);

    @Override
    public Figures perform(List<String> words) {
        String id = words.get(0);
        Callers callers = Callers.parse(words.get(1));
        AtomicInteger loads = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> readers = IntStream.range(0, callers.count()).mapToObj(_ -> callers.threads().newThread(() -> {
            try {
                start.await();
                peer.readOrLoad(id, _ -> {
                    loads.incrementAndGet();
                    new BlockingWaiter().pause(LOAD);
                    return Product.of(1);
                });
            } catch (InterruptedException | RuntimeException | Error failed) {
                failure.compareAndSet(null, failed);
            }
        })).toList();
        readers.forEach(Thread::start);
        long begun = System.nanoTime();
        start.countDown();
        readers.forEach(StampedeExercise::join);
        if (failure.get() != null) {
            throw new IllegalStateException("a reader failed: " + failure.get(), failure.get());
        }
        double millis = (System.nanoTime() - begun) / 1e6;
        return new Figures(Map.of(Figures.LOADS, (double) loads.get(), Figures.MILLIS, millis, Figures.RATE, callers
                .count() / millis * 1e3));
    }

    private static void join(Thread reader) {
        try {
            reader.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
