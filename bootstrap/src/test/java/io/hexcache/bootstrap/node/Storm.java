package io.hexcache.bootstrap.node;

import io.hexcache.domain.Cache;
import io.hexcache.domain.error.CacheOverloadException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Readers of one key after another that come at a steady rate, whether those before them have been answered or not. */
final class Storm implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(10);

    private final Cache<String> cache;
    private final Function<String, String> source;
    private final int keys;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    Storm(Cache<String> cache, Function<String, String> source, int keys) {
        this.cache = cache;
        this.source = source;
        this.keys = keys;
    }

    /** So many reads in a second from now on. */
    void blow(double perSecond) {
        int perTick = (int) Math.round(perSecond * TICK.toMillis() / 1000);
        ScheduledFuture<?> _ = clock.scheduleAtFixedRate(() -> {
            for (int i = 0; i < perTick; i++) {
                String key = "k" + sent.getAndIncrement() % keys;
                readers.execute(() -> read(key));
            }
        }, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void read(String key) {
        try {
            cache.getOrLoad(key, source);
            answered.incrementAndGet();
        } catch (CacheOverloadException tooMuch) {
            refused.incrementAndGet();
        } catch (RuntimeException failure) {
            failures.add(failure.toString());
        }
    }

    int answered() {
        return answered.get();
    }

    int refused() {
        return refused.get();
    }

    /** What other readers got than an answer or a refusal. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        readers.close();
    }
}
