package io.hexcache.bootstrap.node;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A source that can work on so many requests at once, each in the same time. It takes more, and then all of them become
 * slower, by the square of how many times too many they are: so a database goes down under load.
 */
final class SlowSource {

    private final int width;
    private final Duration time;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    SlowSource(int width, Duration time) {
        this.width = width;
        this.time = time;
    }

    String find(String id) {
        double crowd = Math.max(1, inside.incrementAndGet() / (double) width);
        try {
            String found = new CompletableFuture<String>().completeOnTimeout("row " + id, (long) (time.toNanos() * crowd
                    * crowd), TimeUnit.NANOSECONDS).join();
            answered.incrementAndGet();
            asked.add(id);
            return found;
        } finally {
            inside.decrementAndGet();
        }
    }

    /** For how many different rows it was asked. */
    int rows() {
        return asked.size();
    }

    int answered() {
        return answered.get();
    }

    /** Most that it can answer in a second. */
    double capacity() {
        return width * 1e9 / time.toNanos();
    }
}
