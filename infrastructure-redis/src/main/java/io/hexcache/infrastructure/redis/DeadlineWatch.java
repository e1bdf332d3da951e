package io.hexcache.infrastructure.redis;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A thread that closes lines whose round trip takes too long. */
final class DeadlineWatch implements AutoCloseable {

    private static final int PERIOD_MILLIS = 50;

    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    private DeadlineWatch() {}

    static DeadlineWatch started() {
        DeadlineWatch watch = new DeadlineWatch();
        Thread.ofPlatform().daemon().name("hexcache-redis-deadlines").start(watch::run);
        return watch;
    }

    private void run() {
        try {
            while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                lines.forEach(Line::closeIfOverdue);
            }
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
    }

    void add(Line line) {
        lines.add(line);
    }

    void remove(Line line) {
        lines.remove(line);
    }

    /** All lines that are watched. */
    Set<Line> lines() {
        return lines;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
