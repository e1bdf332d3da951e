package io.hexcache.domain.counter;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterChange;
import io.hexcache.domain.port.CounterStore;
import io.hexcache.domain.port.OperationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A counter store that makes each change once, and of which a test says how its next calls fail. */
final class LossyCounterStore implements CounterStore {

    /** A failure; whether the change is made all the same. */
    record Loss(CacheException failure, boolean made) {}

    final Deque<Loss> losses = new ArrayDeque<>();
    final List<CounterChange> asked = new ArrayList<>();
    final List<CounterAge> ages = new ArrayList<>();
    private final Map<CounterKey, Long> values = new HashMap<>();
    private final Map<OperationId, Long> outcomes = new HashMap<>();

    @Override
    public long add(CounterKey key, CounterChange change) {
        asked.add(change);
        if (losses.isEmpty()) {
            return make(key, change);
        }
        Loss loss = losses.remove();
        if (loss.made()) {
            make(key, change);
        }
        throw loss.failure();
    }

    private long make(CounterKey key, CounterChange change) {
        return outcomes.computeIfAbsent(change.operation(), op -> values.merge(key, change.delta(), Long::sum));
    }

    @Override
    public OptionalLong get(CounterKey key, CounterAge age) {
        ages.add(age);
        return values.containsKey(key) ? OptionalLong.of(values.get(key)) : OptionalLong.empty();
    }

    @Override
    public boolean remove(CounterKey key, CounterAge age) {
        ages.add(age);
        return values.remove(key) != null;
    }
}
