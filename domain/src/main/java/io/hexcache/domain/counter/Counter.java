package io.hexcache.domain.counter;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.policy.TtlBounds;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The handle on one counter. Every change is atomic among all nodes, and counted once: if its answer is lost it
 * is asked for once more under the same id.
 *
 * <p>
 * <b>Failures</b> are those of the store, which is never worked around: there is no other place for a number. After a
 * {@code CacheTimeoutException} or {@code CacheConnectionException} the change may have been made, or may still be.
 */
public final class Counter {

    private final Counters counters;
    private final CounterKey key;
    private final Optional<Duration> ttl;

    Counter(Counters counters, CounterKey key, Optional<Duration> ttl) {
        this.counters = counters;
        this.key = key;
        this.ttl = ttl;
    }

    /** Its name. */
    public CounterKey key() {
        return key;
    }

    /**
     * A handle on the same counter; a change through it that makes the counter gives it this life, from then on. The
     * life of a counter that exists does not change.
     *
     * @param newTtl 1 ms to 365 days
     */
    public Counter withTtl(Duration newTtl) {
        return new Counter(counters, key, Optional.of(TtlBounds.check("ttl of counter " + key, newTtl)));
    }

    /** Adds 1; answers what the counter stands at then. */
    public long increment() {
        return counters.add(key, 1, ttl);
    }

    /**
     * Adds a number; answers what the counter stands at then.
     *
     * @param by 1 or more
     * @throws io.hexcache.domain.error.CacheWriteException if the sum would be beyond 2^63 - 1; nothing is changed
     */
    public long increment(long by) {
        return counters.add(key, positive(by), ttl);
    }

    /** Takes off 1; answers what the counter stands at then, which may be negative. */
    public long decrement() {
        return counters.add(key, -1, ttl);
    }

    /**
     * Takes off a number; answers what the counter stands at then, which may be negative.
     *
     * @param by 1 or more
     * @throws io.hexcache.domain.error.CacheWriteException if the rest would be below -2^63; nothing is changed
     */
    public long decrement(long by) {
        return counters.add(key, -positive(by), ttl);
    }

    /** Adds any number, also a negative one; 0 makes the counter if it does not exist. */
    public long add(long delta) {
        return counters.add(key, delta, ttl);
    }

    /** What the counter stands at; empty if it does not exist. */
    public OptionalLong value() {
        return counters.get(key);
    }

    /** Removes the counter; the next change begins at 0. Whether it existed. */
    public boolean remove() {
        return counters.remove(key);
    }

    private long positive(long by) {
        if (by < 1) {
            throw new CacheConfigurationException("counter " + key + " was to change by " + by
                    + "; it must be 1 or more, and the method says the direction");
        }
        return by;
    }
}
