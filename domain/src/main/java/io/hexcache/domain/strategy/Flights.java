package io.hexcache.domain.strategy;

import io.hexcache.domain.key.CacheKey;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The loads under way of one namespace in this node. A read that is content with what is cached joins any load; one
 * that loads anew joins its like only, since the others may yet be answered by what is cached.
 *
 * @param reads loads of what was not cached
 * @param refreshes loads of what may be cached, for callers who wait for them
 * @param <R> what a load answers
 */
record Flights<R>(RequestCoalescer<R> reads, RequestCoalescer<R> refreshes) {

    /** The load under way that answers a read with these options, or this one. */
    Seat<R> join(CacheKey key, ReadOptions options, Function<Flight<R>, CompletableFuture<R>> start) {
        RequestCoalescer<R> mine = options.isRefreshing() ? refreshes : reads;
        return switch (options.sharing()) {
            case COALESCED -> mine.join(key, start);
            case ALONE -> mine.alone(key, start);
        };
    }

    void detach(CacheKey key) {
        reads.detach(key);
        refreshes.detach(key);
    }

    void detach(Predicate<CacheKey> changed) {
        reads.detach(changed);
        refreshes.detach(changed);
    }
}
