package io.hexcache.benchmarks.hit;

import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalUsage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Counts its calls, looks into it apart from the others. */
record CountedCache<V>(LocalCache<V> cache, AtomicInteger gets, AtomicInteger others)
        implements
        LocalCache<V> {

    @Override
    public Optional<LocalEntry<V>> get(String identifier) {
        gets.incrementAndGet();
        return cache.get(identifier);
    }

    @Override
    public boolean putIf(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
        others.incrementAndGet();
        return cache.putIf(identifier, entry, condition);
    }

    @Override
    public boolean putOrRemove(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
        others.incrementAndGet();
        return cache.putOrRemove(identifier, entry, condition);
    }

    @Override
    public void remove(String identifier) {
        others.incrementAndGet();
        cache.remove(identifier);
    }

    @Override
    public void removeIf(Predicate<LocalEntry<V>> matches) {
        others.incrementAndGet();
        cache.removeIf(matches);
    }

    @Override
    public LocalUsage usage() {
        others.incrementAndGet();
        return cache.usage();
    }
}
