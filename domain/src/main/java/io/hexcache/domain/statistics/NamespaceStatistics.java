package io.hexcache.domain.statistics;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The counters of one namespace, since the start of the process. */
public final class NamespaceStatistics {

    private final Map<CacheEvent, LongAdder> counters = new EnumMap<>(CacheEvent.class);

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

    private LongAdder counter(CacheEvent event) {
        LongAdder counter = counters.get(event);
        if (counter == null) {
            throw new IllegalStateException("no counter for " + event);
        }
        return counter;
    }
}
