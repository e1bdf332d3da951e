package io.hexcache.application.node;

import io.hexcache.domain.time.Ticker;
import io.hexcache.domain.time.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time that passes when a test says so, or when the domain waits, for dates and deadlines alike. On its way it stops
 * as often as nodes pulse.
 */
public final class ManualClock implements InstantSource, Ticker, Waiter {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration STEP = Duration.ofMillis(250);

    // Begins shortly before the reading overflows, since deadlines must survive that.
    private static final long FIRST_READING = Long.MAX_VALUE - Duration.ofMinutes(2).toNanos();

    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong nextStep = new AtomicLong(STEP.toNanos());
    private final List<Runnable> steps = new CopyOnWriteArrayList<>();

    /** Runs this each time that a step of 250 ms has passed. */
    void onStep(Runnable action) {
        steps.add(action);
    }

    /** Lets time pass, as it does for a node that pulses. */
    public void advance(Duration time) {
        long end = passed.get() + time.toNanos();
        while (nextStep.get() < end) {
            passed.accumulateAndGet(nextStep.getAndAdd(STEP.toNanos()), Math::max);
            steps.forEach(Runnable::run);
        }
        passed.accumulateAndGet(end, Math::max);
    }

    /** Lets time pass for nodes that do nothing meanwhile. */
    public void jump(Duration time) {
        nextStep.set(passed.addAndGet(time.toNanos()) + STEP.toNanos());
    }

    @Override
    public boolean await(CompletableFuture<?> done, Duration atMost) {
        if (!done.isDone() && atMost.isPositive()) {
            advance(atMost);
        }
        return done.isDone();
    }

    @Override
    public Instant instant() {
        return START.plusNanos(passed.get());
    }

    @Override
    public long read() {
        return FIRST_READING + passed.get();
    }
}
