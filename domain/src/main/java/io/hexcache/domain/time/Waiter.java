package io.hexcache.domain.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** How the calling thread waits: the only place where the domain lets time pass. */
public interface Waiter {

    /**
     * Waits until the future is done, however it ends, or the time has passed.
     *
     * @param atMost zero or less only looks
     * @return whether it is done
     * @throws io.hexcache.domain.error.CacheTimeoutException if the thread is interrupted; it stays interrupted
     */
    boolean await(CompletableFuture<?> done, Duration atMost);

    /** Lets this much time pass; throws as {@link #await} does. */
    default void pause(Duration time) {
        await(new CompletableFuture<>(), time);
    }
}
