package io.hexcache.infrastructure.memory;

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
    public Fetched fetch(Fetch fetch) {
        return right.fetch(fetch);
    }

    @Override
    public void begin(Set<CacheKey> keys, Token token) {
        right.begin(keys, token);
    }

    @Override
    public boolean fill(Write write) {
        return right.fill(write);
    }

    @Override
    public boolean put(Write write) {
        return right.put(write);
    }

    @Override
    public void abandon(Set<CacheKey> keys, Token token) {
        right.abandon(keys, token);
    }

    @Override
    public void release(CacheKey key, Token token) {
        right.release(key, token);
    }

    @Override
    public boolean set(Write write, SetCondition condition) {
        return right.set(write, condition);
    }

    @Override
    public Optional<Duration> expire(CacheKey key, Duration life) {
        return right.expire(key, life);
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
    public Survey survey(KeySelection.ByName selection, int samples) {
        return right.survey(selection, samples);
    }

    @Override
    public Inspection inspect(CacheKey key) {
        return right.inspect(key);
    }

    @Override
    public void watch(Runnable onReplaced) {
        right.watch(onReplaced);
    }

    @Override
    public void ping() {
        right.ping();
    }
}
