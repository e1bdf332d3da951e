package io.hexcache.benchmarks.peers.contest;

import io.hexcache.contract.server.RedisProcess;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import redis.clients.jedis.RedisClient;

/** Another client of the server, which pings it every half millisecond and remembers how long that took. */
final class Pinger implements AutoCloseable {

    private static final long PERIOD_NANOS = 500_000;
    private static final int DIGITS = 3;

    private final RedisClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Histogram times = new Histogram(DIGITS);
    private final Future<?> pinging;

    Pinger(RedisProcess redis) {
        this.client = RedisClient.create(redis.uri());
        client.ping();
        this.pinging = clock.scheduleAtFixedRate(this::ping, 0, PERIOD_NANOS, TimeUnit.NANOSECONDS);
    }

    private void ping() {
        long begun = System.nanoTime();
        client.ping();
        // Pings that were not sent because one was slow would have been slow as well.
        times.recordValueWithExpectedInterval(System.nanoTime() - begun, PERIOD_NANOS);
    }

    /** Goes on for that long. */
    void continueFor(Duration duration) {
        CountDownLatch over = new CountDownLatch(1);
        Future<?> _ = clock.schedule(over::countDown, duration.toNanos(), TimeUnit.NANOSECONDS);
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops; 999 of 1,000 pings took no longer than so many microseconds. */
    double stop() {
        if (pinging.isDone()) {
            throw new IllegalStateException("the server did not answer a ping");
        }
        close();
        return times.getValueAtPercentile(99.9) / 1e3;
    }

    @Override
    public void close() {
        pinging.cancel(false);
        clock.close();
        client.close();
    }
}
