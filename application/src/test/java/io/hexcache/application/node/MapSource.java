package io.hexcache.application.node;

import io.hexcache.domain.port.WritableSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A source of truth in a map, which counts its loads and can be made to throw after it has written. */
final class MapSource implements WritableSource<String> {

    private final Map<String, String> rows = new ConcurrentHashMap<>();
    private final AtomicInteger loads = new AtomicInteger();
    private volatile boolean failing;

    int loads() {
        return loads.get();
    }

    void failAfterWriting() {
        failing = true;
    }

    @Override
    public Optional<String> load(String identifier) {
        loads.incrementAndGet();
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
