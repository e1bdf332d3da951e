package io.hexcache.infrastructure.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.LeaseToken;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A store in the memory of this process. Every change of a key is made within the compute step of the key's guard,
 * which makes entry and guard one. Caffeine may drop an entry or a lease outside of that step, because of its bound or
 * its clock; that is harmless, for who lacks an entry loads it again, and who lacks a lease is refused.
 */
final class MemoryCacheStore implements CacheStore {

    private final Ticker ticker;
    private final Cache<CacheKey, StoredBytes> entries;
    private final ConcurrentMap<CacheKey, Lease> guards;

    MemoryCacheStore(Ticker ticker, long maxBytes) {
        this.ticker = ticker;
        this.entries = Caffeine.newBuilder().ticker(ticker::read).executor(Runnable::run).maximumWeight(maxBytes)
                .<CacheKey, StoredBytes>weigher((key, stored) -> stored.weightUnder(key))
                .expireAfter(Expiry.writing((CacheKey key, StoredBytes stored) -> stored.remaining(ticker.read())))
                .build();
        // A lease knows its own end; this only clears away those that nobody gave back.
        this.guards = Caffeine.newBuilder().ticker(ticker::read).executor(Runnable::run)
                .expireAfterWrite(LEASE.multipliedBy(2)).<CacheKey, Lease>build().asMap();
    }

    @Override
    public Optional<StoredEntry> get(CacheKey key) {
        StoredBytes stored = entries.getIfPresent(key);
        long now = ticker.read();
        return stored != null && stored.isLive(now) ? Optional.of(stored.answer(now)) : Optional.empty();
    }

    @Override
    public Fetched fetch(CacheKey key, LeaseToken token) {
        Optional<StoredEntry> stored = get(key);
        if (stored.isPresent()) {
            return new Fetched.Found(stored.get());
        }
        Lease lease = guards.compute(key, (sameKey, held) -> get(key).isPresent() ? null : leaseTo(token, held));
        if (lease == null) {
            // An entry has appeared.
            return fetch(key, token);
        }
        return lease.token().equals(token) ? new Fetched.Leased() : new Fetched.Held();
    }

    private Lease leaseTo(LeaseToken token, @Nullable Lease held) {
        long now = ticker.read();
        return held != null && held.isLive(now) ? held : new Lease(token, now + LEASE.toNanos());
    }

    @Override
    public boolean fill(CacheKey key, LeaseToken token, byte[] bytes, Duration ttl) {
        AtomicBoolean stored = new AtomicBoolean();
        guards.computeIfPresent(key, (sameKey, lease) -> {
            if (!lease.isHeldWith(token, ticker.read())) {
                return lease;
            }
            store(key, bytes, ttl);
            stored.set(true);
            return null;
        });
        return stored.get();
    }

    @Override
    public void release(CacheKey key, LeaseToken token) {
        guards.computeIfPresent(key, (sameKey, lease) -> lease.isHeldWith(token, ticker.read()) ? null : lease);
    }

    @Override
    public void set(CacheKey key, byte[] bytes, Duration ttl) {
        guards.compute(key, (sameKey, lease) -> {
            store(key, bytes, ttl);
            return null;
        });
    }

    private void store(CacheKey key, byte[] bytes, Duration ttl) {
        entries.put(key, new StoredBytes(bytes, ticker.read() + ttl.toNanos()));
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        AtomicLong removed = new AtomicLong();
        for (CacheKey key : keys) {
            guards.compute(key, (sameKey, lease) -> {
                StoredBytes stored = entries.asMap().remove(key);
                if (stored != null && stored.isLive(ticker.read())) {
                    removed.incrementAndGet();
                }
                return null;
            });
        }
        return removed.get();
    }

    /** All leases first and the entries second: no fill of a lease that was held can come in behind the second scan. */
    @Override
    public long removeAll(KeySelection.ByName selection) {
        guards.keySet().removeIf(selection::selects);
        long removed = 0;
        for (CacheKey key : entries.asMap().keySet()) {
            if (selection.selects(key)) {
                removed += remove(Set.of(key));
            }
        }
        return removed;
    }

    @Override
    public void ping() {
        // The memory of this process is there as long as the process is.
    }

    /** How many leases take up room, expired ones included until they are cleared away. */
    int leaseCount() {
        return guards.size();
    }
}
