package io.hexcache.infrastructure.memory;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.LeaseToken;
import io.hexcache.domain.port.StoredEntry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A store whose other side is away, and which says so. */
final class AwayStore implements CacheStore {

    @Override
    public Optional<StoredEntry> get(CacheKey key) {
        throw away();
    }

    @Override
    public Fetched fetch(CacheKey key, LeaseToken token) {
        throw away();
    }

    @Override
    public boolean fill(CacheKey key, LeaseToken token, byte[] bytes, Duration ttl) {
        throw away();
    }

    @Override
    public void release(CacheKey key, LeaseToken token) {
        throw away();
    }

    @Override
    public void set(CacheKey key, byte[] bytes, Duration ttl) {
        throw away();
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        throw away();
    }

    @Override
    public long removeAll(KeySelection.ByName selection) {
        throw away();
    }

    @Override
    public void ping() {
        throw away();
    }

    private static CacheConnectionException away() {
        return new CacheConnectionException("nobody is there");
    }
}
