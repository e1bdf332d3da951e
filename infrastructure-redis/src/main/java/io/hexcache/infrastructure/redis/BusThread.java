package io.hexcache.infrastructure.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The thread that listens for a node: started once, and it ends when this is closed. */
final class BusThread implements AutoCloseable {

    private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<Thread> reader = Optional.empty();

    synchronized void start(Runnable listening) {
        if (reader.isPresent()) {
            throw new IllegalStateException("a bus has one listener");
        }
        reader = Optional.of(Thread.ofVirtual().name("hexcache-redis-bus").start(listening));
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Waits before the next attempt, the longer the more have failed in a row; whether it ended meanwhile. */
    boolean isClosedAfter(int failures) {
        return isClosedWithin(Backoff.after(failures));
    }

    boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** To be called before what the thread waits for is cut off, so that it knows why. */
    void announceEnd() {
        closed.countDown();
    }

    /** Returns when nothing more will be delivered, unless the listener itself calls it. */
    @Override
    public void close() {
        announceEnd();
        reader.filter(thread -> !thread.equals(Thread.currentThread())).ifPresent(BusThread::awaitEnd);
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(CLOSE_WAIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
