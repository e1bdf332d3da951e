package io.hexcache.simulation.schedule;

import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** A simulated process: its clocks, its threads, and how it is stopped. */
public final class Host {

    /** Where every run begins. */
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Scheduler scheduler;
    private final String name;
    private final long tickerOrigin;
    private Duration skew = Duration.ZERO;
    private boolean paused;
    private boolean dead;

    /** Tasks that could run if the process were not paused. */
    final List<Task> heldBack = new ArrayList<>();

    Host(Scheduler scheduler, String name, long tickerOrigin) {
        this.scheduler = scheduler;
        this.name = name;
        this.tickerOrigin = tickerOrigin;
    }

    /** The monotonic clock of this process; its origin is its own. */
    public Ticker ticker() {
        return () -> tickerOrigin + scheduler.now();
    }

    /** The date as this process sees it, which may be wrong. */
    public InstantSource dates() {
        return () -> BEGIN.plusNanos(scheduler.now()).plus(skew);
    }

    /** From now on its dates are wrong by this. */
    public void skew(Duration by) {
        skew = by;
    }

    /** Runs each in a task of its own, for which no run waits. */
    public Executor executor(String taskName) {
        return body -> {
            if (scheduler.isUndisturbed()) {
                body.run();
            } else {
                scheduler.daemon(taskName, this, body);
            }
        };
    }

    /** From now on none of its tasks runs; time goes on for it. */
    public void pause() {
        paused = true;
        scheduler.holdBack(this);
    }

    /** Lets its tasks run again. */
    public void resume() {
        paused = false;
        scheduler.letGo(this);
    }

    /** None of its tasks ever runs again. */
    public void crash() {
        dead = true;
        paused = false;
        scheduler.bury(this);
    }

    /** Whether none of its tasks runs for now. */
    public boolean isPaused() {
        return paused;
    }

    /** Whether it has crashed. */
    public boolean isDead() {
        return dead;
    }

    @Override
    public String toString() {
        return name;
    }
}
