package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheOverloadException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets in as many callers as there may be connections, in the order in which they come. Who waits longer than the
 * borrow timeout is turned away before anything is sent, however many thousands wait.
 */
final class CallerLimit {

    private final RedisSettings settings;
    private final String node;
    private final Semaphore free;

    CallerLimit(RedisSettings settings, String node) {
        this.settings = settings;
        this.node = node;
        this.free = new Semaphore(settings.pool().size(), true);
    }

    void enter(Operation operation) {
        try {
            if (!free.tryAcquire(settings.timeouts().borrow().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new CacheOverloadException(
                        ("%s: no connection to redis at %s was free within %d ms, all %d are in"
                                + " use; nothing was sent; try later or raise the pool size").formatted(operation, node,
                                        settings.timeouts().borrow().toMillis(), settings.pool().size()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CacheOverloadException("%s: interrupted before anything was sent to redis at %s".formatted(
                    operation, node));
        }
    }

    void leave() {
        free.release();
    }
}
