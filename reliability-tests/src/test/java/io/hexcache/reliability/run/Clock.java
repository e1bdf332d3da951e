package io.hexcache.reliability.run;

import io.hexcache.reliability.history.Windows;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The time of a run: it lets time pass, and notices where the check itself stood still. */
final class Clock implements AutoCloseable {

    private static final long BEAT = Duration.ofMillis(20).toNanos();
    private static final long STALL = Duration.ofMillis(200).toNanos();

    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicLong last = new AtomicLong(System.nanoTime());
    private final Windows stalls;

    Clock(Windows stalls) {
        this.stalls = stalls;
        var _ = heart.scheduleAtFixedRate(this::beat, BEAT, BEAT, TimeUnit.NANOSECONDS);
    }

    private void beat() {
        long now = System.nanoTime();
        long before = last.getAndSet(now);
        if (now - before > STALL) {
            stalls.add(before, now);
        }
    }

    /** Lets so much time pass; less if the run ends. */
    void pass(Duration time) throws InterruptedException {
        boolean _ = ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    long now() {
        return System.nanoTime();
    }

    @Override
    public void close() {
        ended.countDown();
        heart.shutdownNow();
    }
}
