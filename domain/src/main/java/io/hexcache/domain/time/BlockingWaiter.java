package io.hexcache.domain.time;

import io.hexcache.domain.error.CacheTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Blocks the thread, which costs little where it is a virtual one. */
public final class BlockingWaiter implements Waiter {

    @Override
    public boolean await(CompletableFuture<?> done, Duration atMost) {
        try {
            done.get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | CancellationException ended) {
            // Whoever wants the outcome asks the future.
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CacheTimeoutException("interrupted while waiting; nothing was stopped by that", interrupted);
        }
    }
}
