package io.hexcache.infrastructure.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterChange;
import io.hexcache.domain.port.CounterStore;
import io.hexcache.domain.port.OperationId;
import io.hexcache.domain.time.Ticker;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counters in the memory of this process. Every change happens within the map's compute step of its counter, together
 * with the look at what is remembered. No number is ever evicted: beyond the bound new ones are refused.
 */
final class MemoryCounterStore implements CounterStore {

    private final Ticker ticker;
    private final int max;
    private final Cache<CounterKey, MemoryCounter> counters;
    private final Cache<OperationId, Long> outcomes;

    /** {@code max} bounds the counters, and also the changes that are remembered at a time. */
    MemoryCounterStore(Ticker ticker, int max) {
        this.ticker = ticker;
        this.max = max;
        this.counters = Caffeine.newBuilder().ticker(ticker::read).executor(Runnable::run).expireAfter(
                Expiry.<CounterKey, MemoryCounter>writing((key, counter) -> counter.remaining(ticker.read()))).build();
        this.outcomes = Caffeine.newBuilder().ticker(ticker::read).executor(Runnable::run).expireAfterWrite(MEMORY)
                .build();
    }

    @Override
    public long add(CounterKey key, CounterChange change) {
        makeRoom();
        AtomicLong answer = new AtomicLong();
        counters.asMap().compute(key, (sameKey, held) -> {
            Long known = outcomes.getIfPresent(change.operation());
            if (known != null) {
                answer.set(known);
                return held;
            }
            checkRoom(key, held);
            MemoryCounter changed = changed(key, held, change);
            outcomes.put(change.operation(), changed.value());
            answer.set(changed.value());
            return changed;
        });
        return answer.get();
    }

    private MemoryCounter changed(CounterKey key, @Nullable MemoryCounter held, CounterChange change) {
        long now = ticker.read();
        if (held == null || !held.exists(change.age(), now)) {
            return MemoryCounter.made(change, now);
        }
        try {
            return held.at(Math.addExact(held.value(), change.delta()));
        } catch (ArithmeticException beyond) {
            throw new CacheWriteException("adding %d to counter %s, which stands at %d, leaves 64 bits; nothing was"
                    .formatted(change.delta(), key, held.value()) + " changed. Remove the counter to begin again",
                    beyond);
        }
    }

    private void checkRoom(CounterKey key, @Nullable MemoryCounter held) {
        if (held == null && counters.estimatedSize() >= max) {
            throw new CacheOverloadException("counter " + key + " was not made: there are " + max
                    + " counters in memory, the limit. Remove some, or give them a ttl");
        }
        if (outcomes.estimatedSize() >= max) {
            throw new CacheOverloadException("counter " + key + " was not changed: " + max
                    + " changes were made within a minute, the limit. Try again, or add larger numbers less often");
        }
    }

    /** Drops what has expired, where that matters; not within a compute step, which must not touch other keys. */
    private void makeRoom() {
        if (counters.estimatedSize() >= max) {
            counters.cleanUp();
        }
        if (outcomes.estimatedSize() >= max) {
            outcomes.cleanUp();
        }
    }

    @Override
    public OptionalLong get(CounterKey key, CounterAge age) {
        MemoryCounter held = counters.getIfPresent(key);
        return held != null && held.exists(age, ticker.read()) ? OptionalLong.of(held.value()) : OptionalLong.empty();
    }

    @Override
    public boolean remove(CounterKey key, CounterAge age) {
        AtomicBoolean existed = new AtomicBoolean();
        counters.asMap().computeIfPresent(key, (sameKey, held) -> {
            existed.set(held.exists(age, ticker.read()));
            return null;
        });
        return existed.get();
    }
}
