package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.time.Ticker;
import java.util.function.Function;

/** A store that is right as long as one thread uses it: it looks first and acts later. */
final class NotAtomicStore extends PlainStore {

    private final Gap gap = new Gap();

    NotAtomicStore(Ticker ticker) {
        super(ticker);
    }

    @Override
    <T> T step(CacheKey key, Function<Slot, Turn<T>> step) {
        Slot slot = slotOf(key);
        gap.open();
        return take(key, slot, step);
    }
}
