package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.LoadPolicy;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.time.Ticker;
import io.hexcache.domain.time.Waiter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** How long the readers of a namespace wait for a load, and when they rather take an expired value. */
final class Patience<V> {

    /** The longest wait for the load of another caller. */
    static final Duration MAX_JOIN = Duration.ofSeconds(5);

    /** The least that a load of another node is given, however quick loads are: it may have stumbled. */
    private static final Duration LEAST_FOR_OTHERS = Duration.ofSeconds(1);

    /** So many times as long as a load takes on average, another one has likely died. */
    private static final int TIMES_MEAN = 10;

    private final Supplier<NamespacePolicy> policy;
    private final Supplier<Optional<Duration>> meanLoadTime;
    private final Waiter waiter;
    private final FailedLoads failed;

    /**
     * For the readers of one namespace.
     *
     * @param meanLoadTime what its loads have taken in this node; empty while there was none
     */
    Patience(Supplier<NamespacePolicy> policy, Supplier<Optional<Duration>> meanLoadTime, Waiter waiter,
            Ticker ticker) {
        this.policy = policy;
        this.meanLoadTime = meanLoadTime;
        this.waiter = waiter;
        this.failed = new FailedLoads(ticker);
    }

    /** Which loads have just failed, and are not tried again by readers who have something stale. */
    FailedLoads failed() {
        return failed;
    }

    void pause(Duration time) {
        waiter.pause(time);
    }

    /**
     * How long to wait for the load of another node before loading without storing: at most half of what a reader waits
     * who joins, so that a lease that nobody will give back leaves time for the own load.
     */
    Duration forOtherNodes() {
        Duration half = shorter(loads().hardTimeout(), MAX_JOIN).dividedBy(2);
        Duration useful = meanLoadTime.get().map(mean -> mean.multipliedBy(TIMES_MEAN)).orElse(half);
        return shorter(useful.compareTo(LEAST_FOR_OTHERS) < 0 ? LEAST_FOR_OTHERS : useful, half);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** For how long after their ttl values may be served as stale. */
    Duration maxStale() {
        return policy.get().freshness().maxStale();
    }

    /**
     * The result of the load, or what is stale if that is allowed and the load fails or takes too long.
     *
     * @param stale an expired value at hand, if there is one now
     * @throws CacheTimeoutException if the load takes too long; it goes on
     */
    Lookup<V> await(CacheKey key, Seat<Lookup<V>> seat, Supplier<Optional<Lookup<V>>> stale) {
        CompletableFuture<Lookup<V>> outcome = seat.flight().outcome();
        if (!outcome.isDone()) {
            Optional<Lookup<V>> atHand = stale.get();
            if (atHand.isPresent() && (revalidatesBehind() || !waiter.await(outcome, loads().softTimeout()))) {
                return atHand.get();
            }
            waiter.await(outcome, longest(seat));
        }
        return settle(key, seat, stale);
    }

    /** As {@link #await}, for a caller who takes what is stale only once the load has failed, or has had its time. */
    Lookup<V> awaitLoad(CacheKey key, Seat<Lookup<V>> seat, Supplier<Optional<Lookup<V>>> stale) {
        waiter.await(seat.flight().outcome(), longest(seat));
        return settle(key, seat, stale);
    }

    /**
     * Waits for one of several loads, as long as its reader does.
     *
     * @param waited how long the reader has waited for all of them
     */
    void await(Seat<Lookup<V>> seat, boolean staleAtHand, Duration waited) {
        CompletableFuture<Lookup<V>> outcome = seat.flight().outcome();
        if (!outcome.isDone() && !(staleAtHand && revalidatesBehind())) {
            waiter.await(outcome, (staleAtHand ? loads().softTimeout() : longest(seat)).minus(waited));
        }
    }

    /** What has become of the load, as {@link #await}, without waiting any more. */
    Lookup<V> settle(CacheKey key, Seat<Lookup<V>> seat, Supplier<Optional<Lookup<V>>> stale) {
        CompletableFuture<Lookup<V>> outcome = seat.flight().outcome();
        if (!outcome.isDone()) {
            return stale.get().orElseThrow(() -> new CacheTimeoutException(
                    "waited %d ms for the load of %s; it goes on. Try again, or raise hard-timeout".formatted(longest(
                            seat).toMillis(), key)));
        }
        return outcome.state() == Future.State.SUCCESS ? outcome.resultNow()
                : stale.get().orElseThrow(
                        () -> thrown(outcome.exceptionNow()));
    }

    private Duration longest(Seat<Lookup<V>> seat) {
        Duration hard = loads().hardTimeout();
        return seat.leads() ? hard : shorter(hard, MAX_JOIN);
    }

    private boolean revalidatesBehind() {
        return policy.get().freshness().refresh() instanceof RefreshMode.WhileRevalidate;
    }

    private LoadPolicy loads() {
        return policy.get().loads();
    }

    private static RuntimeException thrown(Throwable failure) {
        return switch (failure) {
            case Error error -> throw error;
            case RuntimeException unchecked -> unchecked;
            default -> new IllegalStateException("a loader threw a checked exception", failure);
        };
    }
}
