package io.hexcache.domain.strategy;

import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.key.CacheKey;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets concurrent loads of one key run once in this node ("single flight"): the first caller loads, in its own
 * thread; those who come meanwhile wait and get its result or its exception.
 *
 * <p>
 * A change of the key detaches the load under way: it still answers those who wait already, who came before the
 * change was answered, but whoever comes later starts a new one.
 *
 * @param <R> what a load answers
 */
public final class RequestCoalescer<R> {

    /** How long a caller waits for the load of another one. */
    static final Duration MAX_WAIT = Duration.ofSeconds(5);

    /** How many keys may be loading at once. */
    static final int MAX_PENDING = 1_000;

    private record Flight<R>(Thread leader, CompletableFuture<R> outcome) {}

    private final ConcurrentMap<CacheKey, Flight<R>> flights = new ConcurrentHashMap<>();
    private final Runnable onJoin;
    private final Duration maxWait;

    /** Calls {@code onJoin} each time that a caller waits for the load of another one. */
    public RequestCoalescer(Runnable onJoin) {
        this(onJoin, MAX_WAIT);
    }

    RequestCoalescer(Runnable onJoin, Duration maxWait) {
        this.onJoin = onJoin;
        this.maxWait = maxWait;
    }

    /**
     * The outcome of the load under way, or of this one.
     *
     * @throws CacheTimeoutException if the load of another caller takes too long; that load goes on, and the
     *         next caller starts another one
     * @throws CacheOverloadException if too many keys are loading
     * @throws CacheReadException if the load of a key asks for the same key again, which would wait for itself
     */
    public R load(CacheKey key, Supplier<R> load) {
        Flight<R> mine = new Flight<>(Thread.currentThread(), new CompletableFuture<>());
        Flight<R> underWay = flights.putIfAbsent(key, mine);
        if (underWay != null) {
            return join(key, underWay);
        }
        try {
            if (flights.size() > MAX_PENDING) {
                throw new CacheOverloadException(MAX_PENDING + " keys are being loaded at once, the limit; " + key
                        + " was not loaded. Try again, or find out why loads are slow");
            }
            R outcome = load.get();
            mine.outcome().complete(outcome);
            return outcome;
        } catch (Throwable failure) {
            // Not swallowed: those who wait get it, and so does the caller.
            mine.outcome().completeExceptionally(failure);
            throw failure;
        } finally {
            flights.remove(key, mine);
        }
    }

    /** Detaches the loads under way of these keys. */
    public void detach(Predicate<CacheKey> changed) {
        flights.keySet().removeIf(changed);
    }

    /** Detaches the load under way of this key. */
    public void detach(CacheKey key) {
        flights.remove(key);
    }

    private R join(CacheKey key, Flight<R> underWay) {
        if (underWay.leader().equals(Thread.currentThread())) {
            throw new CacheReadException("the loader of " + key
                    + " asks the cache for the same key; let it read the source");
        }
        onJoin.run();
        try {
            return underWay.outcome().get(maxWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            // A load that hangs must not hold its key for ever: the next caller starts a new one.
            flights.remove(key, underWay);
            throw new CacheTimeoutException("waited %d s for another caller's load of %s; it goes on. Try again"
                    .formatted(
                            maxWait.toSeconds(), key),
                    late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CacheTimeoutException("interrupted while waiting for another caller's load of " + key,
                    interrupted);
        } catch (ExecutionException failed) {
            throw asThrown(failed);
        }
    }

    private static RuntimeException asThrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case Error error -> throw error;
            case RuntimeException unchecked -> unchecked;
            case null, default -> new IllegalStateException("a load threw a checked exception", failed);
        };
    }
}
