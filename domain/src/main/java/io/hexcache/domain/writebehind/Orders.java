package io.hexcache.domain.writebehind;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers the writes of a node, {@code max(last + 1, clock in microseconds)}: each later than all before it, those of
 * an earlier life of the node included.
 */
final class Orders {

    private final AtomicLong last = new AtomicLong();
    private final InstantSource dates;

    Orders(InstantSource dates) {
        this.dates = dates;
    }

    long next() {
        Instant now = dates.instant();
        long micros = TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(now.getNano());
        return last.updateAndGet(before -> Math.max(before + 1, micros));
    }

    long last() {
        return last.get();
    }

    /** The next one will be later than this. */
    void atLeast(long order) {
        last.accumulateAndGet(order, Math::max);
    }
}
