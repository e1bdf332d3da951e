package io.hexcache.infrastructure.memory;

import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalUsage;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The right L1, of which a wrong one overrides what it does wrong. */
class DelegatingCache<V> implements LocalCache<V> {

    final LocalCache<V> right;

    DelegatingCache(LocalCache<V> right) {
        this.right = right;
    }

    @Override
    public Optional<LocalEntry<V>> get(String identifier) {
        return right.get(identifier);
    }

    @Override
    public boolean putIf(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
        return right.putIf(identifier, entry, condition);
    }

    @Override
    public boolean putOrRemove(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
        return right.putOrRemove(identifier, entry, condition);
    }

    @Override
    public void remove(String identifier) {
        right.remove(identifier);
    }

    @Override
    public void removeIf(Predicate<LocalEntry<V>> matches) {
        right.removeIf(matches);
    }

    @Override
    public LocalUsage usage() {
        return right.usage();
    }
}
