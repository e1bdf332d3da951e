package io.hexcache.infrastructure.memory;

import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalUsage;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The L1 of a namespace that keeps nothing in memory: it forgets every entry at once. */
final class EmptyLocalCache<V> implements LocalCache<V> {

    @Override
    public Optional<LocalEntry<V>> get(String identifier) {
        return Optional.empty();
    }

    @Override
    public boolean putIf(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
        return condition.getAsBoolean();
    }

    @Override
    public boolean putOrRemove(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
        return condition.getAsBoolean();
    }

    @Override
    public void remove(String identifier) {
        // There is nothing.
    }

    @Override
    public void removeIf(Predicate<LocalEntry<V>> matches) {
        // There is nothing.
    }

    @Override
    public LocalUsage usage() {
        return new LocalUsage(0, 0, 0);
    }
}
