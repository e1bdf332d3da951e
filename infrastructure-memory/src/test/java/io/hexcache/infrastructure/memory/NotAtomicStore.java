package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.LeaseToken;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A store that is right as long as one thread uses it: it checks first and acts later. */
final class NotAtomicStore extends DelegatingStore {

    private final Map<CacheKey, Lease> leases = new ConcurrentHashMap<>();
    private final Gap gap = new Gap();
    private final Ticker ticker;

    NotAtomicStore(Ticker ticker) {
        super(WrongStores.right(ticker));
        this.ticker = ticker;
    }

    @Override
    public Fetched fetch(CacheKey key, LeaseToken token) {
        Optional<StoredEntry> stored = right.get(key);
        if (stored.isPresent()) {
            return new Fetched.Found(stored.get());
        }
        Lease lease = leases.get(key);
        if (lease != null && lease.isLive(ticker.read())) {
            return new Fetched.Held();
        }
        gap.open();
        leases.put(key, new Lease(token, ticker.read() + LEASE.toNanos()));
        return new Fetched.Leased();
    }

    @Override
    public boolean fill(CacheKey key, LeaseToken token, byte[] bytes, Duration ttl) {
        Lease lease = leases.get(key);
        if (lease == null || !lease.isHeldWith(token, ticker.read())) {
            return false;
        }
        gap.open();
        set(key, bytes, ttl);
        return true;
    }

    @Override
    public void release(CacheKey key, LeaseToken token) {
        Lease lease = leases.get(key);
        if (lease != null && lease.isHeldWith(token, ticker.read())) {
            leases.remove(key);
        }
    }

    @Override
    public void set(CacheKey key, byte[] bytes, Duration ttl) {
        right.set(key, bytes, ttl);
        leases.remove(key);
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        leases.keySet().removeAll(keys);
        List<CacheKey> stored = keys.stream().filter(key -> right.get(key).isPresent()).toList();
        gap.open();
        right.remove(keys);
        return stored.size();
    }

    @Override
    public long removeAll(KeySelection.ByName selection) {
        leases.keySet().removeIf(selection::selects);
        return right.removeAll(selection);
    }
}
