package io.hexcache.infrastructure.memory;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.port.JobScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Jobs on a timer. The timer only wakes; a job runs on the executor of jobs, so that a slow one holds nobody up. For an
 * instant the timer wakes at least once a minute and looks at the clock of dates, which may have been set.
 */
final class ExecutorJobScheduler implements JobScheduler {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final ScheduledExecutorService timer;
    private final Executor jobs;
    private final InstantSource dates;
    private final int max;
    private final Set<TimedJob> waiting = ConcurrentHashMap.newKeySet();

    /**
     * Jobs on these executors.
     *
     * @param timer stopped by {@link #close}
     * @param max how many jobs wait at most
     */
    ExecutorJobScheduler(ScheduledExecutorService timer, Executor jobs, InstantSource dates, int max) {
        this.timer = timer;
        this.jobs = jobs;
        this.dates = dates;
        this.max = max;
    }

    @Override
    public Job runAfter(Duration delay, Runnable job) {
        TimedJob timed = admitted(job);
        wake(timed, delay, () -> start(timed));
        return timed;
    }

    @Override
    public Job runAt(Instant due, Runnable job) {
        TimedJob timed = admitted(job);
        wakeAt(timed, due);
        return timed;
    }

    private void wakeAt(TimedJob timed, Instant due) {
        Instant now = dates.instant();
        boolean soon = due.isBefore(now.plus(LOOK_AGAIN));
        wake(timed, soon ? Duration.between(now, due) : LOOK_AGAIN, () -> {
            if (!dates.instant().isBefore(due)) {
                start(timed);
            } else if (timed.isWaiting()) {
                wakeAt(timed, due);
            }
        });
    }

    private TimedJob admitted(Runnable job) {
        TimedJob timed = new TimedJob(job, waiting::remove);
        waiting.add(timed);
        // Counted after it was added, so that callers who come together cannot pass the bound together.
        if (waiting.size() > max) {
            waiting.remove(timed);
            throw new CacheOverloadException(max + " jobs wait for their time, the limit; this one was not scheduled");
        }
        return timed;
    }

    private void wake(TimedJob timed, Duration delay, Runnable then) {
        Duration bounded = delay.isNegative() ? Duration.ZERO : delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
        try {
            timed.waitsBy(timer.schedule(then, bounded.toNanos(), TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException closed) {
            timed.cancel();
            throw new CacheConnectionException("cannot schedule a job: the scheduler of this node is closed", closed);
        }
    }

    private void start(TimedJob timed) {
        jobs.execute(timed::run);
    }

    @Override
    public void close() {
        timer.shutdown();
        waiting.forEach(TimedJob::cancel);
        timer.shutdownNow();
    }
}
