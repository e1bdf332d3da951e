package io.hexcache.domain.counter;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CounterChange;
import io.hexcache.domain.port.CounterStore;
import io.hexcache.domain.port.OperationId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * The counters of a service. A namespace need not be declared to have counters. A logical clear of a namespace, or of
 * everything, takes its counters along; invalidations of entries do not touch them.
 *
 * <p>
 * A failover of the store may lose changes that it had confirmed; nothing here can know.
 */
public final class Counters {

    private final CounterStore store;
    private final ClearStamps clears;
    private final RandomGenerator random;

    /** Counters in this store; {@code random} makes ids of changes and is safe for use by many threads. */
    public Counters(CounterStore store, ClearStamps clears, RandomGenerator random) {
        this.store = store;
        this.clears = clears;
        this.random = random;
    }

    /** The handle on one counter, which need not exist. */
    public Counter of(String namespace, String name) {
        return of(new CounterKey(new Namespace(namespace), name));
    }

    /** As {@link #of(String, String)}. */
    public Counter of(CounterKey key) {
        return new Counter(this, key, Optional.empty());
    }

    /** Asks once more, with the same id, if the answer does not come: the change may have been made, or may not. */
    long add(CounterKey key, long delta, Optional<Duration> ttl) {
        CounterChange change = new CounterChange(delta, OperationId.next(random), ttl, clears.of(key.namespace()));
        try {
            return store.add(key, change);
        } catch (CacheTimeoutException | CacheConnectionException lost) {
            if (Thread.currentThread().isInterrupted()) {
                throw lost;
            }
            return store.add(key, change);
        }
    }

    OptionalLong get(CounterKey key) {
        return store.get(key, clears.of(key.namespace()));
    }

    boolean remove(CounterKey key) {
        return store.remove(key, clears.of(key.namespace()));
    }
}
