package io.hexcache.infrastructure.memory;

import java.util.concurrent.Exchanger;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What lies between check and act of an adapter that is not atomic: time for one more thread to come in. The thread
 * that made the adapter is that of the test, which is alone when it calls.
 */
final class Gap {

    private final Exchanger<Boolean> meeting = new Exchanger<>();

    private final Thread maker = Thread.currentThread();

    void open() {
        if (Thread.currentThread().equals(maker)) {
            return;
        }
        try {
            meeting.exchange(true, 2, TimeUnit.MILLISECONDS);
        } catch (TimeoutException alone) {
            // Nobody else is at it.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a permit, but no longer than this. */
    static void awaitPermit(Semaphore permits, long millis) {
        try {
            if (!permits.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                // Nobody came.
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
