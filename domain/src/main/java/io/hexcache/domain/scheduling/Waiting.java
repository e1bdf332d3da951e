package io.hexcache.domain.scheduling;

import io.hexcache.domain.port.JobScheduler;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A listed invalidation and the job that will wake it. Either it begins or it is cancelled, whichever comes first. */
final class Waiting {

    /** Has the scheduler wake this one. */
    @FunctionalInterface
    interface Wake {

        JobScheduler.Job of(Waiting listed);
    }

    private enum Phase {
        ASLEEP, HAPPENING, CANCELLED
    }

    private static final JobScheduler.Job NOT_YET = () -> false;

    private final AtomicReference<ScheduledInvalidation> state;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.ASLEEP);
    private final AtomicReference<JobScheduler.Job> job = new AtomicReference<>(NOT_YET);

    Waiting(ScheduledInvalidation scheduled) {
        this.state = new AtomicReference<>(scheduled);
    }

    ScheduledInvalidation state() {
        return Objects.requireNonNull(state.get(), "set by the constructor");
    }

    void wakeBy(Wake wake) {
        job.set(wake.of(this));
        if (phase.get() == Phase.CANCELLED) {
            // Cancelled before there was a job to cancel: it would do nothing, but need not wait for that.
            cancelJob();
        }
    }

    boolean begin() {
        return phase.compareAndSet(Phase.ASLEEP, Phase.HAPPENING);
    }

    void failed(String why, Instant next) {
        state.updateAndGet(before -> before.failed(why, next));
        phase.compareAndSet(Phase.HAPPENING, Phase.ASLEEP);
    }

    boolean cancel() {
        boolean asleep = phase.getAndSet(Phase.CANCELLED) == Phase.ASLEEP;
        cancelJob();
        return asleep;
    }

    private void cancelJob() {
        Objects.requireNonNull(job.get(), "set by the constructor").cancel();
    }
}
