package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.LeaseToken;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A store as plain as can be, with its rules on leases one by one, so that a wrong one can break a single rule. */
class PlainStore implements CacheStore {

    private final Map<CacheKey, StoredBytes> entries = new ConcurrentHashMap<>();
    private final Map<CacheKey, Lease> leases = new ConcurrentHashMap<>();
    private final Ticker ticker;

    PlainStore(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public synchronized Optional<StoredEntry> get(CacheKey key) {
        return Optional.ofNullable(entries.get(key)).filter(stored -> stored.isLive(ticker.read()))
                .map(stored -> stored.answer(ticker.read()));
    }

    @Override
    public synchronized Fetched fetch(CacheKey key, LeaseToken token) {
        Optional<StoredEntry> stored = get(key);
        if (stored.isPresent()) {
            return new Fetched.Found(stored.get());
        }
        Lease lease = leases.get(key);
        if (lease != null && isLive(lease)) {
            return new Fetched.Held();
        }
        leases.put(key, new Lease(token, ticker.read() + LEASE.toNanos()));
        return new Fetched.Leased();
    }

    boolean isLive(Lease lease) {
        return lease.isLive(ticker.read());
    }

    boolean mayFill(Lease lease, LeaseToken token) {
        return isLive(lease) && lease.token().equals(token);
    }

    @Override
    public synchronized boolean fill(CacheKey key, LeaseToken token, byte[] bytes, Duration ttl) {
        Lease lease = leases.get(key);
        if (lease == null || !mayFill(lease, token)) {
            return false;
        }
        entries.put(key, new StoredBytes(bytes, ticker.read() + ttl.toNanos()));
        leases.remove(key);
        return true;
    }

    @Override
    public synchronized void release(CacheKey key, LeaseToken token) {
        Lease lease = leases.get(key);
        if (lease != null && lease.token().equals(token)) {
            leases.remove(key);
        }
    }

    @Override
    public synchronized void set(CacheKey key, byte[] bytes, Duration ttl) {
        entries.put(key, new StoredBytes(bytes, ticker.read() + ttl.toNanos()));
        voidLease(key);
    }

    @Override
    public synchronized long remove(Set<CacheKey> keys) {
        long removed = 0;
        for (CacheKey key : keys) {
            voidLease(key);
            if (get(key).isPresent()) {
                removed++;
            }
            entries.remove(key);
        }
        return removed;
    }

    void voidLease(CacheKey key) {
        leases.remove(key);
    }

    @Override
    public synchronized long removeAll(KeySelection.ByName selection) {
        long removed = entries.keySet().stream().filter(selection::selects).mapToLong(key -> remove(Set.of(key))).sum();
        leases.keySet().stream().filter(selection::selects).forEach(this::voidLease);
        return removed;
    }

    @Override
    public void ping() {
        // It is there.
    }
}
