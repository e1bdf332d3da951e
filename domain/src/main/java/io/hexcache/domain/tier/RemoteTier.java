package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.invalidation.DeferredInvalidations;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Decoded;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.LeaseToken;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.statistics.NamespaceStatistics;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * L2 of one namespace: entries instead of bytes, and a store that is away is an answer, not an error, to a reader.
 */
final class RemoteTier<V> {

    private final RemotePorts ports;
    private final Class<V> type;
    private final DeferredInvalidations deferred;
    private final NamespaceStatistics statistics;

    RemoteTier(RemotePorts ports, Class<V> type, DeferredInvalidations deferred, NamespaceStatistics statistics) {
        this.ports = ports;
        this.type = type;
        this.deferred = deferred;
        this.statistics = statistics;
    }

    /** The live entry, if there is one to be had; never takes a lease. */
    RemoteAnswer<V> get(CacheKey key) {
        if (deferred.mayBeOutdated(key, Set.of())) {
            return new RemoteAnswer.Closed<>();
        }
        return orClosed(() -> ports.store().get(key).flatMap(stored -> read(key, stored))
                .orElseGet(RemoteAnswer.Closed::new));
    }

    /** The live entry, or the lease. Something under the key that is not an entry of it is removed first. */
    RemoteAnswer<V> fetch(CacheKey key, LeaseToken token) {
        if (deferred.mayBeOutdated(key, Set.of())) {
            return new RemoteAnswer.Closed<>();
        }
        return orClosed(() -> answer(key, ports.store().fetch(key, token)).orElseGet(() -> {
            ports.store().remove(Set.of(key));
            return answer(key, ports.store().fetch(key, token)).orElseGet(RemoteAnswer.Closed::new);
        }));
    }

    private Optional<RemoteAnswer<V>> answer(CacheKey key, Fetched fetched) {
        return switch (fetched) {
            case Fetched.Found(StoredEntry stored) -> read(key, stored);
            case Fetched.Leased() -> Optional.of(new RemoteAnswer.Leased<>());
            case Fetched.Held() -> Optional.of(new RemoteAnswer.Closed<>());
        };
    }

    private Optional<RemoteAnswer<V>> read(CacheKey key, StoredEntry stored) {
        return switch (ports.codec().decode(key, stored.bytes(), type)) {
            case Decoded.Intact<V>(CacheEntry<V> entry) -> Optional.of(deferred.mayBeOutdated(key, entry.tags())
                    ? new RemoteAnswer.Closed<>()
                    : new RemoteAnswer.Found<>(entry, stored.remainingTtl()));
            case Decoded.Unreadable<V> _ -> {
                statistics.count(CacheEvent.UNREADABLE);
                yield Optional.empty();
            }
        };
    }

    /** Stores what was loaded under the lease; the entry with its size, or nothing if L2 did not confirm it. */
    Optional<CacheEntry<V>> fill(CacheEntry<V> entry, LeaseToken token) {
        try {
            byte[] bytes = ports.codec().encode(entry);
            ports.index(entry);
            if (ports.store().fill(entry.key(), token, bytes, entry.ttl())) {
                return Optional.of(entry.withSize(bytes.length));
            }
            statistics.count(CacheEvent.FILL_REFUSED);
        } catch (CacheException notStored) {
            // The reader has its value; that it is not cached shows in the statistics. Others need not wait for it.
            statistics.count(CacheEvent.STORE_FAILURE);
            release(entry.key(), token);
        }
        return Optional.empty();
    }

    /** Gives the lease back after a load that failed; if that fails too, the lease expires. */
    void release(CacheKey key, LeaseToken token) {
        try {
            ports.store().release(key, token);
        } catch (CacheException leaseExpires) {
            statistics.count(CacheEvent.STORE_FAILURE);
        }
    }

    /** Stores the entry whatever was there. Unlike reads, this fails when L2 fails. */
    void set(CacheEntry<V> entry) {
        byte[] bytes = ports.codec().encode(entry);
        ports.index(entry);
        ports.store().set(entry.key(), bytes, entry.ttl());
    }

    private RemoteAnswer<V> orClosed(Supplier<RemoteAnswer<V>> step) {
        try {
            return step.get();
        } catch (CacheException away) {
            // The reader goes to the source; that L2 failed shows in the statistics.
            statistics.count(CacheEvent.STORE_FAILURE);
            return new RemoteAnswer.Closed<>();
        }
    }
}
