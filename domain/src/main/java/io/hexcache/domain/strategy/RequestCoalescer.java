package io.hexcache.domain.strategy;

import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.LoadPolicy;
import io.hexcache.domain.time.Ticker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Lets concurrent loads of one key run once in this node ("single flight"): the first caller leads, those who come
 * meanwhile join and get its result or its exception.
 *
 * <p>
 * A change of the key detaches the load under way: it still answers those who have joined already, who came before
 * the change was answered, but whoever comes later starts a new one. A load that takes longer than the lease of its
 * key lives is detached by whoever comes next.
 *
 * @param <R> what a load answers
 */
final class RequestCoalescer<R> {

    /** How many keys may be loading at once. */
    static final int MAX_PENDING = 1_000;

    private final ConcurrentMap<CacheKey, Flight<R>> flights = new ConcurrentHashMap<>();
    private final Executor executor;
    private final Ticker ticker;
    private final Runnable onJoin;

    /** Calls {@code onJoin} each time that a caller joins the load of another one. */
    RequestCoalescer(Executor executor, Ticker ticker, Runnable onJoin) {
        this.executor = executor;
        this.ticker = ticker;
        this.onJoin = onJoin;
    }

    /**
     * The load under way, or this one.
     *
     * @param start begins the load, in the thread of the caller
     * @throws CacheOverloadException if too many keys are loading
     * @throws CacheReadException if the load of a key asks for the same key again, which would wait for itself
     */
    Seat<R> join(CacheKey key, Function<Flight<R>, CompletableFuture<R>> start) {
        Flight<R> mine = new Flight<>(executor, ticker.read());
        Flight<R> underWay = flights.compute(key, (same, held) -> held == null || isOverdue(held) ? mine : held);
        if (underWay == mine) {
            lead(key, mine, start);
            return new Seat<>(mine, true);
        }
        if (underWay.isAwaitedByCaller()) {
            throw new CacheReadException("the loader of " + key
                    + " asks the cache for the same key; let it read the source");
        }
        onJoin.run();
        return new Seat<>(underWay, false);
    }

    private boolean isOverdue(Flight<R> flight) {
        return ticker.read() - flight.startedAt() > LoadPolicy.LONGEST.toNanos();
    }

    private void lead(CacheKey key, Flight<R> mine, Function<Flight<R>, CompletableFuture<R>> start) {
        Consumer<Throwable> fail = failure -> {
            flights.remove(key, mine);
            mine.outcome().completeExceptionally(failure);
        };
        try {
            if (flights.size() > MAX_PENDING) {
                throw new CacheOverloadException(MAX_PENDING + " keys are being loaded at once, the limit; " + key
                        + " was not loaded. Try again, or find out why loads are slow");
            }
            var _ = start.apply(mine).whenComplete((result, failure) -> {
                if (failure == null) {
                    flights.remove(key, mine);
                    mine.outcome().complete(result);
                } else {
                    fail.accept(failure);
                }
            });
        } catch (Throwable failure) {
            // Not swallowed: whoever waits for the outcome gets it.
            fail.accept(failure);
        }
    }

    /** Detaches the loads under way of these keys. */
    void detach(Predicate<CacheKey> changed) {
        flights.keySet().removeIf(changed);
    }

    /** Detaches the load under way of this key. */
    void detach(CacheKey key) {
        flights.remove(key);
    }

    /** How many loads are under way. */
    int size() {
        return flights.size();
    }
}
