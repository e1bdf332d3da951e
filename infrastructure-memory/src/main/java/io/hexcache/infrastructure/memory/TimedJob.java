package io.hexcache.infrastructure.memory;

import io.hexcache.domain.port.JobScheduler;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A job and the timer that waits for it. It is decided once whether it runs. */
final class TimedJob implements JobScheduler.Job {

    private final Runnable job;
    private final Consumer<TimedJob> onDecided;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final AtomicReference<Optional<Future<?>>> timer = new AtomicReference<>(Optional.empty());

    /** {@code onDecided} runs once, when it is clear whether the job runs. */
    TimedJob(Runnable job, Consumer<TimedJob> onDecided) {
        this.job = job;
        this.onDecided = onDecided;
    }

    void waitsBy(Future<?> newTimer) {
        timer.set(Optional.of(newTimer));
        if (decided.get()) {
            newTimer.cancel(false);
        }
    }

    boolean isWaiting() {
        return !decided.get();
    }

    void run() {
        if (decide()) {
            try {
                job.run();
            } catch (RuntimeException dropped) {
                // As the port says: there is nobody to tell. A job that has something to lose catches by itself.
            }
        }
    }

    @Override
    public boolean cancel() {
        boolean kept = decide();
        Objects.requireNonNull(timer.get(), "set by the constructor").ifPresent(waiting -> waiting.cancel(false));
        return kept;
    }

    private boolean decide() {
        boolean first = decided.compareAndSet(false, true);
        if (first) {
            onDecided.accept(this);
        }
        return first;
    }
}
