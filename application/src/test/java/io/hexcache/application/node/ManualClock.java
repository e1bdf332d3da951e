package io.hexcache.application.node;

import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when a test says so, for dates and deadlines alike. */
public final class ManualClock implements InstantSource, Ticker {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    // Begins shortly before the reading overflows, since deadlines must survive that.
    private static final long FIRST_READING = Long.MAX_VALUE - Duration.ofMinutes(2).toNanos();

    private final AtomicLong passed = new AtomicLong();

    /** Lets time pass. */
    public void advance(Duration time) {
        passed.addAndGet(time.toNanos());
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
