package io.hexcache.domain.writebehind;

import io.hexcache.domain.time.NodeRuntime;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Lets callers wait for something that drains bring about: room, or that nothing waits any more. */
final class Progress {

    private final AtomicReference<CompletableFuture<Void>> next = new AtomicReference<>(new CompletableFuture<>());
    private final NodeRuntime runtime;

    Progress(NodeRuntime runtime) {
        this.runtime = runtime;
    }

    /** Something has been brought about. */
    void made() {
        CompletableFuture<Void> waited = Objects.requireNonNull(next.getAndSet(new CompletableFuture<>()));
        waited.complete(null);
    }

    /**
     * Waits until it holds; looks again after each step that was made.
     *
     * @return whether it holds
     */
    boolean await(BooleanSupplier condition, Duration atMost) {
        long deadline = runtime.ticker().read() + atMost.toNanos();
        while (true) {
            CompletableFuture<Void> step = Objects.requireNonNull(next.get());
            if (condition.getAsBoolean()) {
                return true;
            }
            Duration left = Duration.ofNanos(deadline - runtime.ticker().read());
            if (!left.isPositive() || !runtime.waiter().await(step, left)) {
                return condition.getAsBoolean();
            }
        }
    }
}
