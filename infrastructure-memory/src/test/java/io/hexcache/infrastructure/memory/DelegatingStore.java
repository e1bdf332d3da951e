package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.LeaseToken;
import io.hexcache.domain.port.StoredEntry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The right store, of which a wrong one overrides what it does wrong. */
class DelegatingStore implements CacheStore {

    final CacheStore right;

    DelegatingStore(CacheStore right) {
        this.right = right;
    }

    @Override
    public Optional<StoredEntry> get(CacheKey key) {
        return right.get(key);
    }

    @Override
    public Fetched fetch(CacheKey key, LeaseToken token) {
        return right.fetch(key, token);
    }

    @Override
    public boolean fill(CacheKey key, LeaseToken token, byte[] bytes, Duration ttl) {
        return right.fill(key, token, bytes, ttl);
    }

    @Override
    public void release(CacheKey key, LeaseToken token) {
        right.release(key, token);
    }

    @Override
    public void set(CacheKey key, byte[] bytes, Duration ttl) {
        right.set(key, bytes, ttl);
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        return right.remove(keys);
    }

    @Override
    public long removeAll(KeySelection.ByName selection) {
        return right.removeAll(selection);
    }

    @Override
    public void ping() {
        right.ping();
    }
}
