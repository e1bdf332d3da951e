package io.hexcache.domain.strategy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * One load under way, which others may join.
 *
 * @param <R> what the load answers
 */
final class Flight<R> {

    private static final ScopedValue<Flight<?>> CURRENT = ScopedValue.newInstance();

    private final Executor executor;
    private final long startedAt;
    private final Optional<Flight<?>> within;
    private final CompletableFuture<R> outcome = new CompletableFuture<>();
    private volatile Optional<R> interim = Optional.empty();

    /** A load that begins now, within the one whose loader asks for it, if there is one. */
    Flight(Executor executor, long startedAt) {
        this.executor = executor;
        this.startedAt = startedAt;
        this.within = CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs a part of the load in a thread of its own, so that nobody has to wait for it for ever. */
    void execute(Runnable part) {
        executor.execute(() -> ScopedValue.where(CURRENT, this).run(part));
    }

    /** Whether the calling thread is loading for this load, directly or through others. */
    boolean isAwaitedByCaller() {
        Optional<Flight<?>> current = CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
        while (current.isPresent() && current.get() != this) {
            current = current.get().within;
        }
        return current.isPresent();
    }

    long startedAt() {
        return startedAt;
    }

    /** The result or the exception, once the load has ended. */
    CompletableFuture<R> outcome() {
        return outcome;
    }

    /** An answer for those who do not want to wait for the load: an expired value. */
    Optional<R> interim() {
        return interim;
    }

    void offer(R answer) {
        interim = Optional.of(answer);
    }
}
