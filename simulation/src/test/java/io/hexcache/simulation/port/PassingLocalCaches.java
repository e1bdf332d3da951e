package io.hexcache.simulation.port;

import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.port.LocalUsage;
import io.hexcache.simulation.port.Call.Operation;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Makes L1 caches whose operations go through a passage. */
public final class PassingLocalCaches implements LocalCacheFactory {

    private final LocalCacheFactory factory;
    private final Passage passage;

    /** Caches of this factory, reached on this way. */
    public PassingLocalCaches(LocalCacheFactory factory, Passage passage) {
        this.factory = factory;
        this.passage = passage;
    }

    @Override
    public <V> LocalCache<V> create(LocalLimits limits) {
        return new Passing<>(factory.create(limits), passage);
    }

    private record Passing<V>(LocalCache<V> cache, Passage passage) implements LocalCache<V> {

        @Override
        public Optional<LocalEntry<V>> get(String identifier) {
            return passage.pass(new Call(Operation.LOCAL_GET, identifier), () -> cache.get(identifier));
        }

        @Override
        public boolean putIf(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
            return passage.pass(new Call(Operation.LOCAL_PUT, identifier),
                    () -> cache.putIf(identifier, entry, condition));
        }

        @Override
        public boolean putOrRemove(String identifier, LocalEntry<V> entry, BooleanSupplier condition) {
            return passage.pass(new Call(Operation.LOCAL_PUT, identifier),
                    () -> cache.putOrRemove(identifier, entry, condition));
        }

        @Override
        public void remove(String identifier) {
            passage.run(new Call(Operation.LOCAL_REMOVE, identifier), () -> cache.remove(identifier));
        }

        @Override
        public void removeIf(Predicate<LocalEntry<V>> matches) {
            passage.run(new Call(Operation.LOCAL_SWEEP, "all that match"), () -> cache.removeIf(matches));
        }

        @Override
        public LocalUsage usage() {
            return cache.usage();
        }
    }
}
