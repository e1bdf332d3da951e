package io.hexcache.domain.statistics;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** The counters of one namespace, since the start of the process. */
public final class NamespaceStatistics {

    private final Map<CacheEvent, LongAdder> counters = new EnumMap<>(CacheEvent.class);
    private final LongAdder timedLoads = new LongAdder();
    private final LongAdder loadNanos = new LongAdder();

    /** All counters at zero. */
    public NamespaceStatistics() {
        for (CacheEvent event : CacheEvent.values()) {
            counters.put(event, new LongAdder());
        }
    }

    /** Counts one. */
    public void count(CacheEvent event) {
        counter(event).increment();
    }

    /** How often it happened; events that are counted meanwhile may or may not be included. */
    public long of(CacheEvent event) {
        return counter(event).sum();
    }

    /** Notes how long one load took that ended well; apart from {@link CacheEvent#LOAD}, which counts it. */
    public void loadTook(Duration time) {
        timedLoads.increment();
        loadNanos.add(time.toNanos());
    }

    /** The mean of what loads took; empty while none was noted. */
    public Optional<Duration> meanLoadTime() {
        long loads = timedLoads.sum();
        return loads == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(loadNanos.sum() / loads));
    }

    private LongAdder counter(CacheEvent event) {
        LongAdder counter = counters.get(event);
        if (counter == null) {
            throw new IllegalStateException("no counter for " + event);
        }
        return counter;
    }
}
