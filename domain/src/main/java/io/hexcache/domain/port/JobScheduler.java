package io.hexcache.domain.port;

import java.time.Duration;
import java.time.Instant;

/**
 * Runs jobs later, each once, while this process lives. A job may run late, as late as the machine is busy, and never
 * early. Jobs may run at the same time as others; one that throws harms no other, and nobody hears of its exception.
 *
 * <p>
 * Implementations are safe for use by many threads, and by jobs. Both methods that take a job throw
 * {@code CacheOverloadException} when as many wait as the adapter bounds, and {@code CacheConnectionException} after
 * {@link #close}; the job will not run then.
 */
public interface JobScheduler extends AutoCloseable {

    /** A job that waits, or has waited. */
    interface Job {

        /**
         * Keeps the job from running.
         *
         * @return whether this call did; false if it has begun, or was cancelled before
         */
        boolean cancel();
    }

    /**
     * Runs the job when so much time has passed, by a clock that nobody sets.
     *
     * @param delay zero or less runs it at once, but not in this call
     */
    Job runAfter(Duration delay, Runnable job);

    /**
     * Runs the job when the clock of dates shows this instant. Where that clock is set, the job follows it within a
     * minute.
     *
     * @param due one that has passed runs it at once, but not in this call
     */
    Job runAt(Instant due, Runnable job);

    /** Cancels what waits. What has begun goes on. Further calls do nothing. */
    @Override
    void close();
}
