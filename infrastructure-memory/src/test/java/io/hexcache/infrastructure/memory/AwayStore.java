package io.hexcache.infrastructure.memory;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Inspection;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Survey;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
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
    public Fetched fetch(Fetch fetch) {
        throw away();
    }

    @Override
    public void begin(Set<CacheKey> keys, Token token) {
        throw away();
    }

    @Override
    public boolean fill(Write write) {
        throw away();
    }

    @Override
    public boolean put(Write write) {
        throw away();
    }

    @Override
    public void abandon(Set<CacheKey> keys, Token token) {
        throw away();
    }

    @Override
    public void release(CacheKey key, Token token) {
        throw away();
    }

    @Override
    public boolean set(Write write, SetCondition condition) {
        throw away();
    }

    @Override
    public Optional<Duration> expire(CacheKey key, Duration life) {
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
    public Survey survey(KeySelection.ByName selection, int samples) {
        throw away();
    }

    @Override
    public Inspection inspect(CacheKey key) {
        throw away();
    }

    @Override
    public void watch(Runnable onReplaced) {
        // Nothing is ever reached.
    }

    @Override
    public void ping() {
        throw away();
    }

    private static CacheConnectionException away() {
        return new CacheConnectionException("nobody is there");
    }
}
