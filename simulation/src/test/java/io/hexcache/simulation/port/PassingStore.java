package io.hexcache.simulation.port;

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
import io.hexcache.simulation.port.Call.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A store behind a passage. */
public final class PassingStore implements CacheStore {

    private final CacheStore store;
    private final Passage passage;
    private final Consumer<Runnable> watch;

    /** This store, reached on this way. */
    public PassingStore(CacheStore store, Passage passage) {
        this(store, passage, store::watch);
    }

    /**
     * This store, reached on this way.
     *
     * @param watch takes the watchers, and calls them as this node notices a replacement
     */
    public PassingStore(CacheStore store, Passage passage, Consumer<Runnable> watch) {
        this.store = store;
        this.passage = passage;
        this.watch = watch;
    }

    @Override
    public Optional<StoredEntry> get(CacheKey key) {
        return passage.pass(new Call(Operation.GET, key), () -> store.get(key));
    }

    @Override
    public Fetched fetch(Fetch fetch) {
        return passage.pass(new Call(Operation.FETCH, fetch.key()), () -> store.fetch(fetch));
    }

    @Override
    public List<Fetched> fetchAll(List<Fetch> fetches) {
        return passage.pass(new Call(Operation.FETCH, fetches.stream().map(Fetch::key).toList()),
                () -> store.fetchAll(fetches));
    }

    @Override
    public void begin(Set<CacheKey> keys, Token token) {
        passage.run(new Call(Operation.BEGIN, keys), () -> store.begin(keys, token));
    }

    @Override
    public boolean fill(Write write) {
        return passage.pass(new Call(Operation.FILL, write.key()), () -> store.fill(write));
    }

    @Override
    public List<Boolean> fillAll(List<Write> writes) {
        return passage.pass(new Call(Operation.FILL, keys(writes)), () -> store.fillAll(writes));
    }

    @Override
    public boolean put(Write write) {
        return passage.pass(new Call(Operation.PUT, write.key()), () -> store.put(write));
    }

    @Override
    public List<Boolean> putAll(List<Write> writes) {
        return passage.pass(new Call(Operation.PUT, keys(writes)), () -> store.putAll(writes));
    }

    private static List<CacheKey> keys(List<Write> writes) {
        return writes.stream().map(Write::key).toList();
    }

    @Override
    public void abandon(Set<CacheKey> keys, Token token) {
        passage.run(new Call(Operation.ABANDON, keys), () -> store.abandon(keys, token));
    }

    @Override
    public void release(CacheKey key, Token token) {
        passage.run(new Call(Operation.RELEASE, key), () -> store.release(key, token));
    }

    @Override
    public boolean set(Write write, SetCondition condition) {
        return passage.pass(new Call(Operation.SET, write.key()), () -> store.set(write, condition));
    }

    @Override
    public Optional<Duration> expire(CacheKey key, Duration life) {
        return passage.pass(new Call(Operation.EXPIRE, key), () -> store.expire(key, life));
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        return passage.pass(new Call(Operation.REMOVE, keys), () -> store.remove(keys));
    }

    @Override
    public long removeAll(KeySelection.ByName selection) {
        Call call = new Call(Operation.REMOVE_ALL, selection);
        if (store instanceof ScannedStore scanned) {
            passage.run(call, () -> scanned.voidGuards(selection));
            return passage.pass(call, () -> scanned.removeEntries(selection));
        }
        return passage.pass(call, () -> store.removeAll(selection));
    }

    @Override
    public Survey survey(KeySelection.ByName selection, int samples) {
        return passage.pass(new Call(Operation.SURVEY, selection), () -> store.survey(selection, samples));
    }

    @Override
    public Inspection inspect(CacheKey key) {
        return passage.pass(new Call(Operation.INSPECT, key), () -> store.inspect(key));
    }

    @Override
    public void watch(Runnable onReplaced) {
        watch.accept(onReplaced);
    }

    @Override
    public void ping() {
        passage.run(new Call(Operation.PING, ""), store::ping);
    }
}
