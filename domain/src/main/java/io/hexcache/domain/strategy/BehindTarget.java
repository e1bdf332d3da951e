package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.WritableSource;
import io.hexcache.domain.tier.BehindLevel;
import io.hexcache.domain.writebehind.RecordTarget;
import java.util.function.BooleanSupplier;

/** Writes of one namespace that have waited, on their way to the source. */
record BehindTarget<V>(BehindLevel<V> behind, WriteService<V> writes, WritableSource<V> source)
        implements RecordTarget {

    @Override
    public void apply(JournalRecord record, BooleanSupplier isNewest) {
        CacheEntry<V> entry = behind.read(record.key(), record.payload()).orElseThrow(
                () -> new CacheSerializationException(("the journaled write of %s has a shape that this version of the"
                        + " service cannot read; give the namespace a migration, and retry it").formatted(record
                                .key())));
        writes.drain(entry, isNewest, source);
    }

    @Override
    public Verdict judge(RuntimeException failure) {
        return switch (failure) {
            case CacheSerializationException _ -> Verdict.HOPELESS;
            case CacheConnectionException _, CacheTimeoutException _, CacheOverloadException _ -> Verdict.AWAY;
            default -> source.isAway(failure) ? Verdict.AWAY : Verdict.REFUSED;
        };
    }

    @Override
    public void givenUp(CacheKey key) {
        writes.forget(key);
    }
}
