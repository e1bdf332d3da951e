package io.hexcache.domain.strategy;

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
import java.util.function.LongPredicate;
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

    /** How many keys may be loading at once, those left out that are loaded in batches. */
    static final int MAX_PENDING = 1_000;

    /** How many keys may be loading at once in batches. */
    static final int MAX_BATCHED = 100_000;

    private final ConcurrentMap<CacheKey, Flight<R>> flights = new ConcurrentHashMap<>();
    private final ConcurrentMap<Flight<R>, CacheKey> lone = new ConcurrentHashMap<>();
    private final Places singles = new Places(MAX_PENDING);
    private final Places batched = new Places(MAX_BATCHED);
    private final Executor executor;
    private final Ticker ticker;
    private final Runnable onJoin;
    private final LongPredicate mayServe;

    /**
     * Calls {@code onJoin} each time that a caller joins the load of another one.
     *
     * @param mayServe whether what began to be loaded at that reading may be given to whoever asks now. A load under
     *            way is detached by every change that is heard of; after a pause, what was missed is heard of late
     */
    RequestCoalescer(Executor executor, Ticker ticker, Runnable onJoin, LongPredicate mayServe) {
        this.executor = executor;
        this.ticker = ticker;
        this.onJoin = onJoin;
        this.mayServe = mayServe;
    }

    /**
     * The load under way, or this one.
     *
     * @param start begins the load, in the thread of the caller
     * The outcome is a {@code CacheOverloadException} if too many keys are loading.
     *
     * @throws CacheReadException if the load of a key asks for the same key again, which would wait for itself
     */
    Seat<R> join(CacheKey key, Function<Flight<R>, CompletableFuture<R>> start) {
        return join(key, new Flight<>(errand(), ticker.read(), singles), start);
    }

    /** As above, for a key that is loaded together with others, as a part of this errand. */
    Seat<R> join(CacheKey key, Errand errand, Function<Flight<R>, CompletableFuture<R>> start) {
        return join(key, new Flight<>(errand, ticker.read(), batched), start);
    }

    /** A load of the caller's own, which nobody joins; it takes a place until it ends. */
    Seat<R> alone(CacheKey key, Function<Flight<R>, CompletableFuture<R>> start) {
        if (lone.entrySet().stream().anyMatch(other -> other.getValue().equals(key) && other.getKey().errand()
                .isAwaitedByCaller())) {
            throw asksForItself(key);
        }
        Flight<R> mine = new Flight<>(errand(), ticker.read(), singles);
        lone.put(mine, key);
        var _ = mine.outcome().whenComplete((result, failure) -> {
            lone.remove(mine);
            mine.places().leave();
        });
        lead(key, mine, start);
        return new Seat<>(mine, true);
    }

    private static CacheReadException asksForItself(CacheKey key) {
        return new CacheReadException("the loader of " + key
                + " asks the cache for the same key; let it read the source");
    }

    /** Work that loads many keys. */
    Errand errand() {
        return new Errand(executor);
    }

    private Seat<R> join(CacheKey key, Flight<R> mine, Function<Flight<R>, CompletableFuture<R>> start) {
        Flight<R> underWay = flights.compute(key, (same, held) -> {
            if (held != null && mayBeJoined(held)) {
                return held;
            }
            if (held != null) {
                held.places().leave();
            }
            return mine;
        });
        if (underWay == mine) {
            lead(key, mine, start);
            return new Seat<>(mine, true);
        }
        if (underWay.errand().isAwaitedByCaller()) {
            throw asksForItself(key);
        }
        onJoin.run();
        return new Seat<>(underWay, false);
    }

    private boolean mayBeJoined(Flight<R> flight) {
        return ticker.read() - flight.startedAt() <= LoadPolicy.LONGEST.toNanos() && mayServe.test(flight.startedAt());
    }

    private void lead(CacheKey key, Flight<R> mine, Function<Flight<R>, CompletableFuture<R>> start) {
        Consumer<Throwable> fail = failure -> {
            land(key, mine);
            mine.outcome().completeExceptionally(failure);
        };
        try {
            mine.places().enter(key);
            var _ = start.apply(mine).whenComplete((result, failure) -> {
                if (failure == null) {
                    land(key, mine);
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

    private void land(CacheKey key, Flight<R> flight) {
        if (flights.remove(key, flight)) {
            flight.places().leave();
        }
    }

    /** Whether there is a load of this key that a caller would join now. */
    boolean isUnderWay(CacheKey key) {
        Flight<R> flight = flights.get(key);
        return flight != null && mayBeJoined(flight);
    }

    /** Detaches the loads under way of these keys. */
    void detach(Predicate<CacheKey> changed) {
        flights.forEach((key, flight) -> {
            if (changed.test(key)) {
                land(key, flight);
            }
        });
    }

    /** Detaches the load under way of this key. */
    void detach(CacheKey key) {
        Flight<R> flight = flights.remove(key);
        if (flight != null) {
            flight.places().leave();
        }
    }

    /** How many loads are under way. */
    int size() {
        return flights.size();
    }
}
