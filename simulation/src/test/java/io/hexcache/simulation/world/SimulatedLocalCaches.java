package io.hexcache.simulation.world;

import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.port.LocalUsage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Makes L1 caches that are plain maps, for tasks of which one runs at a time; they keep everything. */
public final class SimulatedLocalCaches implements LocalCacheFactory {

    @Override
    public <V> LocalCache<V> create(LocalLimits limits) {
        return new Plain<>(new LinkedHashMap<>());
    }

    private record Plain<V>(Map<String, LocalEntry<V>> entries) implements LocalCache<V> {

        @Override
        public Optional<LocalEntry<V>> get(String identifier) {
            return Optional.ofNullable(entries.get(identifier));
        }

        @Override
        public boolean putIf(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
            boolean holds = condition.getAsBoolean();
            if (holds) {
                entries.put(identifier, entry);
            }
            return holds;
        }

        @Override
        public boolean putOrRemove(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
            boolean holds = condition.getAsBoolean();
            if (holds) {
                entries.put(identifier, entry);
            } else {
                entries.remove(identifier);
            }
            return holds;
        }

        @Override
        public void remove(String identifier) {
            entries.remove(identifier);
        }

        @Override
        public void removeIf(Predicate<LocalEntry<V>> matches) {
            entries.values().removeIf(matches);
        }

        @Override
        public LocalUsage usage() {
            return new LocalUsage(entries.size(), entries.values().stream().mapToLong(LocalEntry::bytes).sum(), 0);
        }
    }
}
