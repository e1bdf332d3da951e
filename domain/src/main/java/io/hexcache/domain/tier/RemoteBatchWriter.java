package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.statistics.NamespaceStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Writes many entries of L2 of one namespace in one round trip. One that cannot be written harms no other.
 */
final class RemoteBatchWriter<V> {

    private final RemotePorts ports;
    private final NamespaceStatistics statistics;
    private final RandomGenerator random;

    RemoteBatchWriter(RemotePorts ports, NamespaceStatistics statistics, RandomGenerator random) {
        this.ports = ports;
        this.statistics = statistics;
        this.random = random;
    }

    /** An entry that is to be stored under this token. */
    record Ready<V>(CacheEntry<V> entry, Write write) {

        CacheEntry<V> sized() {
            return entry.withSize(write.bytes().length);
        }
    }

    /**
     * Stores what was loaded under the leases.
     *
     * @param leases by key; what has none is not stored
     * @return those that L2 has confirmed, each with its size
     */
    List<CacheEntry<V>> fill(List<CacheEntry<V>> entries, Map<CacheKey, Token> leases) {
        Map<CacheKey, Token> unused = new HashMap<>(leases);
        List<CacheEntry<V>> stored = new ArrayList<>();
        try {
            List<Ready<V>> ready = ready(entries, leases);
            ports.indexAll(ready.stream().map(Ready::entry).toList());
            List<Boolean> filled = ready.isEmpty() ? List.of()
                    : ports.store().fillAll(ready.stream().map(Ready::write).toList());
            for (int i = 0; i < ready.size(); i++) {
                unused.remove(ready.get(i).entry().key());
                if (filled.get(i)) {
                    stored.add(ready.get(i).sized());
                } else {
                    statistics.count(CacheEvent.FILL_REFUSED);
                }
            }
        } catch (CacheException notStored) {
            // The readers have their values; that they are not cached shows in the statistics.
            statistics.count(CacheEvent.STORE_FAILURE);
        }
        release(unused);
        return stored;
    }

    private List<Ready<V>> ready(List<CacheEntry<V>> entries, Map<CacheKey, Token> leases) {
        List<Ready<V>> ready = new ArrayList<>();
        for (CacheEntry<V> entry : entries) {
            if (leases.containsKey(entry.key())) {
                try {
                    ready.add(ready(entry, leases.get(entry.key())));
                } catch (CacheException unwritable) {
                    // As a single one: the reader has its value, and others need not wait for it.
                    statistics.count(CacheEvent.STORE_FAILURE);
                }
            }
        }
        return ready;
    }

    /** The entry as it goes over the wire; fails if its value cannot be written. */
    Ready<V> ready(CacheEntry<V> entry, Token token) {
        return new Ready<>(entry, new Write(entry.key(), token, ports.codec().encode(entry), entry.life(), entry
                .provenance().version()));
    }

    /** Gives leases back that will not be used; if that fails, they expire. */
    void release(Map<CacheKey, Token> leases) {
        if (leases.isEmpty()) {
            return;
        }
        try {
            ports.store().releaseAll(leases);
        } catch (CacheException leasesExpire) {
            statistics.count(CacheEvent.STORE_FAILURE);
        }
    }

    /** As above, under this token or one of its own. */
    Ready<V> ready(CacheEntry<V> entry, Optional<Token> token) {
        return ready(entry, token.orElseGet(() -> Token.next(random)));
    }

    /** Stores entries without asking the guards; fails when L2 fails. */
    void set(List<Ready<V>> ready) {
        if (!ready.isEmpty()) {
            ports.indexAll(ready.stream().map(Ready::entry).toList());
            ports.store().setAll(ready.stream().map(Ready::write).toList(), new SetCondition.Always());
        }
    }

    /** Begins a write of these keys under a token of its own; throws if L2 does not confirm it. */
    Token begin(Set<CacheKey> keys) {
        Token token = Token.next(random);
        ports.store().begin(keys, token);
        return token;
    }

    /** Ends writes with what the source holds now; the keys that were stored, or empty if L2 did not confirm it. */
    Optional<Set<CacheKey>> put(List<Ready<V>> ready) {
        Set<CacheKey> stored = new HashSet<>();
        try {
            ports.indexAll(ready.stream().map(Ready::entry).toList());
            List<Boolean> put = ready.isEmpty() ? List.of()
                    : ports.store().putAll(ready.stream().map(Ready::write).toList());
            for (int i = 0; i < ready.size(); i++) {
                if (put.get(i)) {
                    stored.add(ready.get(i).entry().key());
                }
            }
            return Optional.of(stored);
        } catch (CacheException notConfirmed) {
            statistics.count(CacheEvent.STORE_FAILURE);
            return Optional.empty();
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
}
