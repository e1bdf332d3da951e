package io.hexcache.simulation.world;

import java.util.EnumMap;
import java.util.Map;

/** How often each fault happened. */
public final class Counts {

    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);

    /** One more of this kind. */
    public void count(Fault fault) {
        counts.merge(fault, 1L, Long::sum);
    }

    /** How many of this kind there were. */
    public long of(Fault fault) {
        return counts.getOrDefault(fault, 0L);
    }

    /** How many there were of all kinds. */
    public long sum() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** These as well. */
    public void add(Counts others) {
        others.counts.forEach((fault, count) -> counts.merge(fault, count, Long::sum));
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
