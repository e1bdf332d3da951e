package io.hexcache.domain.writebehind;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.port.JobScheduler;
import io.hexcache.domain.port.JournalState;
import io.hexcache.domain.time.NodeRuntime;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;

/**
 * Begins drains when something is due, and as many at a time as may run. While the journal is broken it begins none,
 * since what they did could not be noted, but tries to have it whole again.
 */
final class DrainTimer {

    private final WriteBehindPorts ports;
    private final PendingWrites pending;
    private final Spill spill;
    private final NodeRuntime runtime;
    private final Drains drains;
    private final Progress progress;
    private Optional<JobScheduler.Job> job = Optional.empty();
    private long jobDue;
    private long restUntil;
    private int running;
    private boolean stopped;

    DrainTimer(WriteBehindPorts ports, PendingWrites pending, Spill spill, Drains drains, Surroundings surroundings) {
        this.ports = ports;
        this.pending = pending;
        this.spill = spill;
        this.drains = drains;
        this.runtime = surroundings.runtime();
        this.progress = surroundings.progress();
        this.restUntil = runtime.ticker().read();
    }

    /** What a timer gets from the node. */
    record Surroundings(NodeRuntime runtime, Progress progress) {}

    /** To be called whenever something may be due earlier than before. */
    synchronized void plan() {
        long now = runtime.ticker().read();
        OptionalLong next = pending.nextDue(Math.min(ports.settings().batch(), ports.settings()
                .memory()), now);
        boolean journalNeedsMe = spill.mayHold() || !isOpen();
        if (stopped || running >= ports.settings().workers() || (next.isEmpty() && !journalNeedsMe)) {
            return;
        }
        long wanted = next.orElse(now + ports.settings().retry().base().toNanos());
        long due = wanted - restUntil < 0 ? restUntil : wanted;
        if (job.isPresent() && jobDue - due <= 0) {
            return;
        }
        job.ifPresent(JobScheduler.Job::cancel);
        job = Optional.empty();
        try {
            job = Optional.of(ports.scheduler().runAfter(Duration.ofNanos(Math.max(0, due - now)), this::fire));
            jobDue = due;
        } catch (CacheException full) {
            // Nothing is lost: the next write, or the end of a drain, plans again.
            job = Optional.empty();
        }
    }

    private void fire() {
        synchronized (this) {
            job = Optional.empty();
        }
        begin(runtime.ticker().read());
    }

    /** Drains what is due at this reading. */
    void begin(long cutoff) {
        if (!isUsable()) {
            rest();
            plan();
            return;
        }
        int more = reserve();
        for (int worker = 0; worker < more; worker++) {
            try {
                runtime.executor().execute(() -> work(cutoff));
            } catch (RejectedExecutionException refused) {
                rest();
                ended();
            }
        }
    }

    private boolean isOpen() {
        return ports.journal().state() instanceof JournalState.Open;
    }

    private boolean isUsable() {
        try {
            ports.journal().reopen();
            return isOpen();
        } catch (CacheException stillBroken) {
            // Its state says why, to whoever asks.
            return false;
        }
    }

    private synchronized void rest() {
        restUntil = runtime.ticker().read() + ports.settings().retry().base().toNanos();
    }

    private synchronized int reserve() {
        int more = Math.min(ports.settings().workers() - running, Math.max(1, pending.size()));
        running += more;
        return more;
    }

    private void work(long cutoff) {
        try {
            drains.run(cutoff);
            spill.refill();
        } catch (CacheException journalAway) {
            // What waits in the journal goes on to wait there.
            rest();
        } finally {
            ended();
        }
    }

    private void ended() {
        synchronized (this) {
            running--;
        }
        progress.made();
        plan();
    }

    /** Begins no more drains. */
    synchronized void stop() {
        stopped = true;
        job.ifPresent(JobScheduler.Job::cancel);
    }
}
