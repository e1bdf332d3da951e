package io.hexcache.application.node;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.port.WritableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A source that notes what it is told, in order, and can be away, refuse some values, or be looked at on its way. */
final class BehindSource implements WritableSource<String> {

    private final Map<String, String> rows = new ConcurrentHashMap<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final AtomicReference<Consumer<String>> beforeStore = new AtomicReference<>(identifier -> {});
    private volatile boolean away;

    /** What was written, each as {@code identifier=value}, in order. */
    List<String> log() {
        return new ArrayList<>(log);
    }

    Map<String, String> rows() {
        return rows;
    }

    void isAway(boolean nowAway) {
        away = nowAway;
    }

    /** Runs before each write. */
    void beforeStore(Consumer<String> action) {
        beforeStore.set(action);
    }

    /** Runs before the next write, once. */
    void beforeNextStore(Runnable action) {
        beforeStore.set(identifier -> {
            beforeStore.set(any -> {});
            action.run();
        });
    }

    @Override
    public Optional<String> load(String identifier) {
        return Optional.ofNullable(rows.get(identifier));
    }

    @Override
    public String store(String identifier, String value) {
        beforeStore.get().accept(identifier);
        if (away) {
            throw new CacheConnectionException("the source is away");
        }
        if (value.startsWith("poison")) {
            throw new IllegalStateException("the source refuses " + value);
        }
        log.add(identifier + "=" + value);
        rows.put(identifier, value);
        return value;
    }

    @Override
    public boolean delete(String identifier) {
        log.add(identifier + " deleted");
        return rows.remove(identifier) != null;
    }
}
