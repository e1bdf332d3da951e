package io.hexcache.infrastructure.redis;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who want to know when a store may be another one than before. */
final class StoreWatchers {

    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    void add(Runnable onReplaced) {
        watchers.add(onReplaced);
    }

    void call() {
        watchers.forEach(Runnable::run);
    }
}
