package io.hexcache.domain.scheduling;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.JobScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Invalidations of this node that wait for their time. They are gone when the node ends. One that fails is tried again
 * after 1 s, then after twice as long each time up to 1 min, until it succeeds or is cancelled; others do not wait for
 * it.
 */
public final class ScheduledInvalidations implements AutoCloseable {

    /** The most that wait at a time. */
    public static final int MAX_WAITING = 1_000;

    /** The longest time ahead. */
    public static final Duration LONGEST = Duration.ofDays(365);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final JobScheduler scheduler;
    private final InstantSource dates;
    private final Consumer<KeySelection> invalidate;
    private final AtomicLong lastId = new AtomicLong();
    private final ConcurrentMap<Long, Waiting> waiting = new ConcurrentHashMap<>();

    /** Those that this scheduler wakes, and that {@code invalidate} then carries out. */
    public ScheduledInvalidations(JobScheduler scheduler, InstantSource dates, Consumer<KeySelection> invalidate) {
        this.scheduler = scheduler;
        this.dates = dates;
        this.invalidate = invalidate;
    }

    /**
     * Invalidates when so much time has passed.
     *
     * @param delay zero to 365 days
     * @throws CacheOverloadException if {@value #MAX_WAITING} wait already
     */
    public ScheduledInvalidation after(KeySelection selection, Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new CacheConfigurationException("delay of a scheduled invalidation is " + delay
                    + "; it must be 0 to 365 days");
        }
        return list(selection, dates.instant().plus(delay), listed -> scheduler.runAfter(delay, () -> fire(listed)));
    }

    /**
     * Invalidates at this instant, or at once if it has passed.
     *
     * @param due at most 365 days ahead
     * @throws CacheOverloadException if {@value #MAX_WAITING} wait already
     */
    public ScheduledInvalidation at(KeySelection selection, Instant due) {
        if (due.isAfter(dates.instant().plus(LONGEST))) {
            throw new CacheConfigurationException("scheduled invalidation is due at " + due
                    + "; it must be at most 365 days ahead");
        }
        return list(selection, due, listed -> scheduler.runAt(due, () -> fire(listed)));
    }

    private ScheduledInvalidation list(KeySelection selection, Instant due, Waiting.Wake wake) {
        Waiting listed = new Waiting(ScheduledInvalidation.first(lastId.incrementAndGet(), selection, due));
        ScheduledInvalidation scheduled = listed.state();
        waiting.put(scheduled.id(), listed);
        try {
            // Counted after it was listed, so that callers who come together cannot pass the bound together.
            if (waiting.size() > MAX_WAITING) {
                throw new CacheOverloadException(MAX_WAITING
                        + " invalidations wait for their time, the limit; this one was not scheduled. Cancel some");
            }
            listed.wakeBy(wake);
        } catch (CacheException notTaken) {
            waiting.remove(scheduled.id());
            throw notTaken;
        }
        return scheduled;
    }

    private void fire(Waiting due) {
        long id = due.state().id();
        if (!due.begin()) {
            return;
        }
        try {
            invalidate.accept(due.state().selection());
            waiting.remove(id);
        } catch (RuntimeException failed) {
            // Not lost: it stays listed with what went wrong, and is tried again.
            Duration pause = pause(due.state().failures());
            due.failed(failed.toString(), dates.instant().plus(pause));
            due.wakeBy(listed -> scheduler.runAfter(pause, () -> fire(listed)));
        }
    }

    private static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Those that wait or are just happening, the next one first. */
    public List<ScheduledInvalidation> list() {
        return waiting.values().stream().map(Waiting::state).sorted(Comparator.comparing(ScheduledInvalidation::due)
                .thenComparingLong(ScheduledInvalidation::id)).toList();
    }

    /**
     * Takes it off the list.
     *
     * @return whether it will not happen by that; false if there is none of this id, or it is just happening
     */
    public boolean cancel(long id) {
        Waiting cancelled = waiting.remove(id);
        return cancelled != null && cancelled.cancel();
    }

    /** Cancels all. */
    @Override
    public void close() {
        waiting.keySet().forEach(this::cancel);
    }
}
