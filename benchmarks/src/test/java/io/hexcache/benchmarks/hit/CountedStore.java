package io.hexcache.benchmarks.hit;

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
import java.util.concurrent.atomic.AtomicInteger;

/** Counts its calls; one for many keys counts for each of them. */
record CountedStore(CacheStore store, AtomicInteger calls) implements CacheStore {

    @Override
    public Optional<StoredEntry> get(CacheKey key) {
        calls.incrementAndGet();
        return store.get(key);
    }

    @Override
    public Fetched fetch(Fetch fetch) {
        calls.incrementAndGet();
        return store.fetch(fetch);
    }

    @Override
    public void begin(Set<CacheKey> keys, Token token) {
        calls.incrementAndGet();
        store.begin(keys, token);
    }

    @Override
    public boolean fill(Write write) {
        calls.incrementAndGet();
        return store.fill(write);
    }

    @Override
    public boolean put(Write write) {
        calls.incrementAndGet();
        return store.put(write);
    }

    @Override
    public void abandon(Set<CacheKey> keys, Token token) {
        calls.incrementAndGet();
        store.abandon(keys, token);
    }

    @Override
    public void release(CacheKey key, Token token) {
        calls.incrementAndGet();
        store.release(key, token);
    }

    @Override
    public boolean set(Write write, SetCondition condition) {
        calls.incrementAndGet();
        return store.set(write, condition);
    }

    @Override
    public Optional<Duration> expire(CacheKey key, Duration life) {
        calls.incrementAndGet();
        return store.expire(key, life);
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        calls.incrementAndGet();
        return store.remove(keys);
    }

    @Override
    public long removeAll(KeySelection.ByName selection) {
        calls.incrementAndGet();
        return store.removeAll(selection);
    }

    @Override
    public Survey survey(KeySelection.ByName selection, int samples) {
        calls.incrementAndGet();
        return store.survey(selection, samples);
    }

    @Override
    public Inspection inspect(CacheKey key) {
        calls.incrementAndGet();
        return store.inspect(key);
    }

    @Override
    public void watch(Runnable onReplaced) {
        calls.incrementAndGet();
        store.watch(onReplaced);
    }

    @Override
    public void ping() {
        calls.incrementAndGet();
        store.ping();
    }
}
