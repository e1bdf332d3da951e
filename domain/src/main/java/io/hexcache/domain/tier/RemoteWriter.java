package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.statistics.NamespaceStatistics;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Writes L2 of one namespace. Each entry is listed under its tags before it is stored. */
final class RemoteWriter<V> {

    /** What became of a write that L2 was asked to end. */
    sealed interface Outcome<V> {

        /** L2 holds the entry, which has its size now. */
        record Stored<V>(CacheEntry<V> entry) implements Outcome<V> {}

        /** L2 holds nothing under the key. */
        record Refused<V>() implements Outcome<V> {}

        /** L2 may hold the entry, or an older one, or nothing. */
        record Unknown<V>() implements Outcome<V> {}
    }

    private final RemotePorts ports;
    private final NamespaceStatistics statistics;
    private final RandomGenerator random;

    RemoteWriter(RemotePorts ports, NamespaceStatistics statistics, RandomGenerator random) {
        this.ports = ports;
        this.statistics = statistics;
        this.random = random;
    }

    /** The same for many entries at once. */
    RemoteBatchWriter<V> batch() {
        return new RemoteBatchWriter<>(ports, statistics, random);
    }

    /** Stores what was loaded under the lease; the entry with its size, or nothing if L2 did not confirm it. */
    Optional<CacheEntry<V>> fill(CacheEntry<V> entry, Token lease) {
        try {
            Write write = write(entry, lease);
            if (ports.store().fill(write)) {
                return Optional.of(entry.withSize(write.bytes().length));
            }
            statistics.count(CacheEvent.FILL_REFUSED);
        } catch (CacheException notStored) {
            // The reader has its value; that it is not cached shows in the statistics. Others need not wait for it.
            statistics.count(CacheEvent.STORE_FAILURE);
            release(entry.key(), lease);
        }
        return Optional.empty();
    }

    /** Gives the lease back after a load that failed; if that fails too, the lease expires. */
    void release(CacheKey key, Token lease) {
        try {
            ports.store().release(key, lease);
        } catch (CacheException leaseExpires) {
            statistics.count(CacheEvent.STORE_FAILURE);
        }
    }

    /** Begins a write of these keys under a token of its own; throws if L2 does not confirm it. */
    Token begin(Set<CacheKey> keys) {
        Token token = Token.next(random);
        ports.store().begin(keys, token);
        return token;
    }

    /** Ends a write with what the source holds now. */
    Outcome<V> put(CacheEntry<V> entry, Token token) {
        try {
            Write write = write(entry, token);
            return ports.store().put(write)
                    ? new Outcome.Stored<>(entry.withSize(write.bytes().length))
                    : new Outcome.Refused<>();
        } catch (CacheException notConfirmed) {
            statistics.count(CacheEvent.STORE_FAILURE);
            return new Outcome.Unknown<>();
        }
    }

    /** Ends a write of these keys with nothing; whether L2 has confirmed it. */
    boolean abandon(Set<CacheKey> keys, Token token) {
        try {
            ports.store().abandon(keys, token);
            return true;
        } catch (CacheException notConfirmed) {
            statistics.count(CacheEvent.STORE_FAILURE);
            return false;
        }
    }

    /**
     * Stores the entry without asking the guard; the entry with its size if the condition held. Fails when L2 fails.
     *
     * @throws CacheSerializationException if the value cannot be written; nothing was changed then
     */
    Optional<CacheEntry<V>> set(CacheEntry<V> entry, SetCondition condition) {
        Write write = write(entry, Token.next(random));
        return ports.store().set(write, condition)
                ? Optional.of(entry.withSize(write.bytes().length))
                : Optional.empty();
    }

    /** The entry with the size that it would have here; fails if its value cannot be written. */
    CacheEntry<V> measure(CacheEntry<V> entry) {
        return entry.withSize(ports.codec().encode(entry).length);
    }

    /** The entry as bytes; fails if its value cannot be written. */
    byte[] encode(CacheEntry<V> entry) {
        return ports.codec().encode(entry);
    }

    private Write write(CacheEntry<V> entry, Token token) {
        byte[] bytes = ports.codec().encode(entry);
        ports.index(entry);
        return new Write(entry.key(), token, bytes, entry.life(), entry.provenance().version());
    }
}
