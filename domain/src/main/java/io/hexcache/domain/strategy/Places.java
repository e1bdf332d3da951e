package io.hexcache.domain.strategy;

import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.CacheKey;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many keys are being loaded at once. */
final class Places {

    private final int limit;
    private final AtomicInteger taken = new AtomicInteger();

    Places(int limit) {
        this.limit = limit;
    }

    /** Takes a place, which {@link #leave} gives back even where this fails. */
    void enter(CacheKey key) {
        if (taken.incrementAndGet() > limit) {
            throw new CacheOverloadException(limit + " keys are being loaded at once, the limit; " + key
                    + " was not loaded. Try again, or find out why loads are slow");
        }
    }

    void leave() {
        taken.decrementAndGet();
    }
}
