package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.time.Ticker;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A store that is right as long as one thread uses it: it looks first and acts later. */
final class NotAtomicStore extends PlainStore {

    /** So many gaps are enough to be found out; each costs time when nobody else is there. */
    private static final int GAPS = 300;

    private final Gap gap = new Gap();
    private final AtomicInteger opened = new AtomicInteger();

    NotAtomicStore(Ticker ticker) {
        super(ticker);
    }

    @Override
    <T> T step(CacheKey key, Function<Slot, Turn<T>> step) {
        Slot slot = slotOf(key);
        if (opened.incrementAndGet() <= GAPS) {
            gap.open();
        }
        return take(key, slot, step);
    }
}
