package io.hexcache.application.node;

import io.hexcache.domain.port.WritableSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A source of truth in a map, which counts its loads and can be made to throw after it has written. */
final class MapSource implements WritableSource<String> {

    private final Map<String, String> rows = new ConcurrentHashMap<>();
    private final AtomicInteger loads = new AtomicInteger();
    private final AtomicReference<Runnable> duringNextLoad = new AtomicReference<>(() -> {});
    private volatile boolean failing;
    private volatile boolean failingLoads;

    int loads() {
        return loads.get();
    }

    void failAfterWriting() {
        failing = true;
    }

    void failLoads(boolean fails) {
        failingLoads = fails;
    }

    /** Runs once, when the next load has read its row and has not returned it yet. */
    void duringNextLoad(Runnable action) {
        duringNextLoad.set(action);
    }

    @Override
    public Optional<String> load(String identifier) {
        if (failingLoads) {
            throw new IllegalStateException("the source is down");
        }
        loads.incrementAndGet();
        Optional<String> read = row(identifier);
        duringNextLoad.getAndSet(() -> {}).run();
        return read;
    }

    private Optional<String> row(String identifier) {
        return Optional.ofNullable(rows.get(identifier));
    }

    @Override
    public String store(String identifier, String value) {
        rows.put(identifier, value);
        if (failing) {
            throw new IllegalStateException("the connection broke after the commit");
        }
        return value;
    }

    @Override
    public boolean delete(String identifier) {
        return rows.remove(identifier) != null;
    }
}
