package io.hexcache.infrastructure.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalUsage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An L1 on Caffeine, bounded by weight: an entry weighs its bytes, and at least as much as keeps the number of entries
 * within its bound. Who changes something also evicts, so the bounds hold when it returns; who reads leaves what
 * Caffeine has to note of it to a pool, as it does by default.
 */
final class CaffeineLocalCache<V> implements LocalCache<V> {

    private final Cache<String, LocalEntry<V>> entries;
    private final Policy.Eviction<String, LocalEntry<V>> eviction;
    private final LongAdder evictions = new LongAdder();

    /** Bytes per unit of weight: 1, unless the weights of Caffeine, which are ints, would not hold an entry's bytes. */
    private final long unit;

    /** Held shared while a condition is asked and its entry stored; see {@link #removeIf}. */
    private final ReadWriteLock storing = new StampedLock().asReadWriteLock();

    CaffeineLocalCache(LocalLimits limits) {
        long minimum = limits.minimumWeight();
        long bytesPerUnit = 1 + minimum / Integer.MAX_VALUE;
        this.unit = bytesPerUnit;
        this.entries = Caffeine.newBuilder().maximumWeight(limits.maxBytes() / bytesPerUnit)
                .<String, LocalEntry<V>>weigher((identifier, entry) -> (int) Math
                        .ceilDiv(Math.max(entry.bytes(), minimum), bytesPerUnit))
                .evictionListener((identifier, entry, cause) -> evictions.increment()).build();
        this.eviction = entries.policy().eviction().orElseThrow();
    }

    @Override
    public Optional<LocalEntry<V>> get(String identifier) {
        LocalEntry<V> copy = entries.getIfPresent(identifier);
        return copy == null ? Optional.empty() : copy.found();
    }

    @Override
    public boolean putIf(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
        return store(identifier, entry, condition, stored -> stored);
    }

    @Override
    public boolean putOrRemove(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
        return store(identifier, entry, condition, stored -> null);
    }

    private boolean store(String identifier, LocalEntry<V> entry, BooleanSupplier condition,
            UnaryOperator<@Nullable LocalEntry<V>> otherwise) {
        AtomicBoolean held = new AtomicBoolean();
        Lock shared = storing.readLock();
        shared.lock();
        try {
            entries.asMap().compute(identifier, (sameIdentifier, stored) -> {
                held.set(condition.getAsBoolean());
                return held.get() ? entry : otherwise.apply(stored);
            });
        } finally {
            shared.unlock();
        }
        entries.cleanUp();
        return held.get();
    }

    @Override
    public void remove(String identifier) {
        entries.asMap().remove(identifier);
        entries.cleanUp();
    }

    /**
     * Lets the stores under way end first: an iteration does not see an entry that is just being computed, and would
     * leave it behind. Stores that begin later find their condition false.
     */
    @Override
    public void removeIf(Predicate<LocalEntry<V>> matches) {
        Lock alone = storing.writeLock();
        alone.lock();
        try {
            entries.asMap().values().removeIf(matches);
        } finally {
            alone.unlock();
        }
        entries.cleanUp();
    }

    @Override
    public LocalUsage usage() {
        return new LocalUsage(entries.estimatedSize(), eviction.weightedSize().orElse(0) * unit, evictions.sum());
    }
}
