package io.hexcache.application.node;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.LeaseToken;
import io.hexcache.domain.port.StoredEntry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A store that counts its calls, can go away, and lets a test act between what the store did and what the caller learns
 * of it: the place where races live.
 */
final class ObservedStore implements CacheStore {

    private final CacheStore store;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<Runnable> afterNextCall = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> beforeNextFill = new AtomicReference<>(() -> {});
    private volatile boolean away;

    ObservedStore(CacheStore store) {
        this.store = store;
    }

    int calls() {
        return calls.get();
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    /** Runs once, when the next call has been carried out and has not returned yet. */
    void afterNextCall(Runnable action) {
        afterNextCall.set(action);
    }

    /** Runs once, before the next fill is carried out. */
    void beforeNextFill(Runnable action) {
        beforeNextFill.set(action);
    }

    /** The next fill finds the store too busy and is not carried out. */
    void failNextFill() {
        beforeNextFill(() -> {
            throw new CacheOverloadException("the store is busy; try again");
        });
    }

    private void before() {
        calls.incrementAndGet();
        if (away) {
            throw new CacheConnectionException("the store is away; bring it back");
        }
    }

    private <T> T after(T result) {
        afterNextCall.getAndSet(() -> {}).run();
        return result;
    }

    @Override
    public Optional<StoredEntry> get(CacheKey key) {
        before();
        return after(store.get(key));
    }

    @Override
    public Fetched fetch(CacheKey key, LeaseToken token) {
        before();
        return after(store.fetch(key, token));
    }

    @Override
    public boolean fill(CacheKey key, LeaseToken token, byte[] bytes, Duration ttl) {
        before();
        beforeNextFill.getAndSet(() -> {}).run();
        return after(store.fill(key, token, bytes, ttl));
    }

    @Override
    public void release(CacheKey key, LeaseToken token) {
        before();
        store.release(key, token);
        after(true);
    }

    @Override
    public void set(CacheKey key, byte[] bytes, Duration ttl) {
        before();
        store.set(key, bytes, ttl);
        after(true);
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        before();
        return after(store.remove(keys));
    }

    @Override
    public long removeAll(KeySelection.ByName selection) {
        before();
        return after(store.removeAll(selection));
    }

    @Override
    public void ping() {
        before();
        store.ping();
    }
}
