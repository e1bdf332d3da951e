package io.hexcache.infrastructure.resilience4j;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.Inspection;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Survey;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A store behind breakers. A fetch is a read; but it may grant a lease, which is a write, so while writes are not let
 * through it only looks, and what is loaded then is not stored.
 */
record BreakingCacheStore(CacheStore store, Breaker reads, Breaker writes) implements CacheStore {

    /** So many keys are changed as quickly as one: a key with its neighbours. */
    private static final int FEW = 3;

    @Override
    public Optional<StoredEntry> get(CacheKey key) {
        return reads.call(() -> store.get(key));
    }

    @Override
    public List<Optional<StoredEntry>> getAll(List<CacheKey> keys) {
        return reads.callAtLength(() -> store.getAll(keys));
    }

    @Override
    public Fetched fetch(Fetch fetch) {
        return writes.isClosed() ? reads.call(() -> store.fetch(fetch))
                : without(fetch, reads.call(() -> store.get(fetch.key())));
    }

    @Override
    public List<Fetched> fetchAll(List<Fetch> fetches) {
        if (writes.isClosed()) {
            return reads.callAtLength(() -> store.fetchAll(fetches));
        }
        List<Optional<StoredEntry>> found = reads.callAtLength(() -> store.getAll(fetches.stream().map(Fetch::key)
                .toList()));
        List<Fetched> answers = new ArrayList<>();
        for (int i = 0; i < fetches.size(); i++) {
            answers.add(without(fetches.get(i), found.get(i)));
        }
        return answers;
    }

    /** What a fetch answers that grants nothing: to the reader it is as if somebody wrote the key. */
    private static Fetched without(Fetch fetch, Optional<StoredEntry> found) {
        return found.filter(entry -> !fetch.dead().equals(Optional.of(entry.id())) && entry.remainingLife().compareTo(
                fetch.leaseBelow()) > 0).<Fetched>map(Fetched.Found::new).orElseGet(() -> new Fetched.Held(
                        Guard.WRITING, found));
    }

    @Override
    public void begin(Set<CacheKey> keys, Token token) {
        change(keys, () -> {
            store.begin(keys, token);
            return true;
        });
    }

    @Override
    public boolean fill(Write write) {
        return writes.call(() -> store.fill(write));
    }

    @Override
    public List<Boolean> fillAll(List<Write> filled) {
        return writes.callAtLength(() -> store.fillAll(filled));
    }

    @Override
    public boolean put(Write write) {
        return writes.call(() -> store.put(write));
    }

    @Override
    public List<Boolean> putAll(List<Write> put) {
        return writes.callAtLength(() -> store.putAll(put));
    }

    @Override
    public void abandon(Set<CacheKey> keys, Token token) {
        change(keys, () -> {
            store.abandon(keys, token);
            return true;
        });
    }

    @Override
    public void release(CacheKey key, Token token) {
        writes.run(() -> store.release(key, token));
    }

    @Override
    public void releaseAll(Map<CacheKey, Token> leases) {
        writes.runAtLength(() -> store.releaseAll(leases));
    }

    @Override
    public boolean set(Write write, SetCondition condition) {
        return writes.call(() -> store.set(write, condition));
    }

    @Override
    public List<Boolean> setAll(List<Write> set, SetCondition condition) {
        return writes.callAtLength(() -> store.setAll(set, condition));
    }

    @Override
    public Optional<Duration> expire(CacheKey key, Duration life) {
        return writes.call(() -> store.expire(key, life));
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        return change(keys, () -> store.remove(keys));
    }

    @Override
    public long removeAll(KeySelection.ByName selection) {
        return writes.callAtLength(() -> store.removeAll(selection));
    }

    @Override
    public Survey survey(KeySelection.ByName selection, int samples) {
        return reads.callAtLength(() -> store.survey(selection, samples));
    }

    @Override
    public Inspection inspect(CacheKey key) {
        return reads.call(() -> store.inspect(key));
    }

    @Override
    public void watch(Runnable onReplaced) {
        store.watch(onReplaced);
    }

    @Override
    public void ping() {
        writes.callAlways(() -> {
            store.ping();
            return true;
        });
    }

    private <T> T change(Set<CacheKey> keys, Supplier<T> step) {
        return keys.size() <= FEW ? writes.call(step) : writes.callAtLength(step);
    }
}
