package io.hexcache.domain.strategy;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.Durability;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.WritableSource;
import io.hexcache.domain.tier.BehindLevel;
import java.util.Optional;
import java.util.function.Supplier;

/** How values of one namespace get to their source: at once, or behind. */
final class SourceWrites<V> {

    private final BehindLevel<V> behind;
    private final EntryMaker<V> entries;
    private final Supplier<NamespacePolicy> policy;

    SourceWrites(BehindLevel<V> behind, EntryMaker<V> entries, Supplier<NamespacePolicy> policy) {
        this.behind = behind;
        this.entries = entries;
        this.policy = policy;
    }

    /** Whether such a write is acknowledged before the source has it. */
    boolean isBehind(WriteOptions options) {
        return options.durability(policy.get()) != Durability.IMMEDIATE;
    }

    /** Returns what the source holds now, or will hold, when the write is acknowledged. */
    V store(CacheKey key, V value, WriteOptions options, WritableSource<V> source) {
        if (!isBehind(options)) {
            return behind.direct(key, () -> LoadedValues.notNull(key, source.store(key.identifier(), value)));
        }
        behind.accept(entries.make(key, Optional.of(value), options, behind.stamp()), options.durability(policy.get()),
                options
                        .delivery().urgency());
        return value;
    }

    /** Deletes at once; whether there was something. */
    boolean delete(CacheKey key, WritableSource<V> source) {
        return behind.direct(key, () -> source.delete(key.identifier()));
    }
}
