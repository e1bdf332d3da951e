package io.hexcache.application.node;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheOverloadException;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A store that counts its calls, can go away, and lets a test act between what the store did and what the caller learns
 * of it: the place where races live.
 */
final class ObservedStore implements CacheStore {

    private final CacheStore store;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<Runnable> afterNextCall = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> beforeNextCall = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> beforeNextFill = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> beforeNextBegin = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> replaced = new AtomicReference<>(() -> {});
    private volatile boolean away;

    ObservedStore(CacheStore store) {
        this.store = store;
    }

    int calls() {
        return calls.get();
    }

    boolean isAway() {
        return away;
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

    /** Runs once, before the next write begins. */
    void beforeNextBegin(Runnable action) {
        beforeNextBegin.set(action);
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

    /** Runs once, when the next call begins. */
    void beforeNextCall(Runnable action) {
        beforeNextCall.set(action);
    }

    private void before() {
        calls.incrementAndGet();
        beforeNextCall.getAndSet(() -> {}).run();
        if (away) {
            throw new CacheConnectionException("the store is away; bring it back");
        }
    }

    private <T> T after(T result) {
        afterNextCall.getAndSet(() -> {}).run();
        return result;
    }

    private void run(Runnable step) {
        before();
        step.run();
        after(true);
    }

    private <T> T answer(Supplier<T> step) {
        before();
        return after(step.get());
    }

    @Override
    public Optional<StoredEntry> get(CacheKey key) {
        return answer(() -> store.get(key));
    }

    @Override
    public Fetched fetch(Fetch fetch) {
        return answer(() -> store.fetch(fetch));
    }

    @Override
    public List<Optional<StoredEntry>> getAll(List<CacheKey> keys) {
        return answer(() -> store.getAll(keys));
    }

    @Override
    public List<Fetched> fetchAll(List<Fetch> fetches) {
        return answer(() -> store.fetchAll(fetches));
    }

    @Override
    public List<Boolean> fillAll(List<Write> writes) {
        before();
        beforeNextFill.getAndSet(() -> {}).run();
        return after(store.fillAll(writes));
    }

    @Override
    public List<Boolean> putAll(List<Write> writes) {
        return answer(() -> store.putAll(writes));
    }

    @Override
    public void releaseAll(Map<CacheKey, Token> leases) {
        run(() -> store.releaseAll(leases));
    }

    @Override
    public List<Boolean> setAll(List<Write> writes, SetCondition condition) {
        return answer(() -> store.setAll(writes, condition));
    }

    @Override
    public void begin(Set<CacheKey> keys, Token token) {
        beforeNextBegin.getAndSet(() -> {}).run();
        run(() -> store.begin(keys, token));
    }

    @Override
    public boolean fill(Write write) {
        before();
        beforeNextFill.getAndSet(() -> {}).run();
        return after(store.fill(write));
    }

    @Override
    public boolean put(Write write) {
        return answer(() -> store.put(write));
    }

    @Override
    public void abandon(Set<CacheKey> keys, Token token) {
        run(() -> store.abandon(keys, token));
    }

    @Override
    public void release(CacheKey key, Token token) {
        run(() -> store.release(key, token));
    }

    @Override
    public boolean set(Write write, SetCondition condition) {
        return answer(() -> store.set(write, condition));
    }

    @Override
    public Optional<Duration> expire(CacheKey key, Duration life) {
        return answer(() -> store.expire(key, life));
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        return answer(() -> store.remove(keys));
    }

    @Override
    public long removeAll(KeySelection.ByName selection) {
        return answer(() -> store.removeAll(selection));
    }

    @Override
    public Survey survey(KeySelection.ByName selection, int samples) {
        return answer(() -> store.survey(selection, samples));
    }

    @Override
    public Inspection inspect(CacheKey key) {
        return answer(() -> store.inspect(key));
    }

    @Override
    public void watch(Runnable onReplaced) {
        replaced.set(onReplaced);
        store.watch(onReplaced);
    }

    /** The store is another one from now on, which a test has made so. */
    void replace() {
        replaced.get().run();
    }

    @Override
    public void ping() {
        run(store::ping);
    }
}
