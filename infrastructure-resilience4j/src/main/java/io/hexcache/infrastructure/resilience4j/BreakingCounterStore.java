package io.hexcache.infrastructure.resilience4j;

import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterChange;
import io.hexcache.domain.port.CounterStore;
import java.util.OptionalLong;

/** Counters behind breakers. */
record BreakingCounterStore(CounterStore counters, Breaker reads, Breaker writes) implements CounterStore {

    @Override
    public long add(CounterKey key, CounterChange change) {
        return writes.call(() -> counters.add(key, change));
    }

    @Override
    public OptionalLong get(CounterKey key, CounterAge age) {
        return reads.call(() -> counters.get(key, age));
    }

    @Override
    public boolean remove(CounterKey key, CounterAge age) {
        return writes.call(() -> counters.remove(key, age));
    }
}
