package io.hexcache.infrastructure.memory;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.time.Ticker;
import java.util.Objects;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The guards of a store in memory; whoever has the guard of a key in hand has the key to himself. */
final class MemoryGuards {

    private final Ticker ticker;
    private final ConcurrentMap<CacheKey, Hold> holds;

    /** What a step answers, and what it leaves the guard as. */
    record Step<T>(T answer, Hold left) {}

    MemoryGuards(Ticker ticker) {
        this.ticker = ticker;
        // A hold knows its own end; this only clears away those that nobody gave back.
        this.holds = Caffeine.newBuilder().ticker(ticker::read).executor(Runnable::run)
                .expireAfterWrite(CacheStore.TOKEN_LIFE.multipliedBy(2)).<CacheKey, Hold>build().asMap();
    }

    /** Takes one step of one key, which no other step of that key overlaps. */
    <T> T alone(CacheKey key, Function<Hold, Step<T>> step) {
        AtomicReference<@Nullable Step<T>> taken = new AtomicReference<>();
        holds.compute(key, (sameKey, found) -> {
            Step<T> one = step.apply(found == null ? Hold.free() : found.at(ticker.read()));
            taken.set(one);
            return one.left().isFree() ? null : one.left();
        });
        return Objects.requireNonNull(taken.get()).answer();
    }

    /** The keys of the guards, while others come and go. */
    Iterable<CacheKey> keys() {
        return holds.keySet();
    }

    /** How many guards take up room, expired ones included until they are cleared away. */
    int count() {
        return holds.size();
    }
}
