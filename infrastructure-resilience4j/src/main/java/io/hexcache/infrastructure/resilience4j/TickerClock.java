package io.hexcache.infrastructure.resilience4j;

import io.hexcache.domain.time.Ticker;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that only runs forward, as Resilience4j wants it: a breaker must not stay open because a clock was set back. */
final class TickerClock extends Clock {

    private final Ticker ticker;
    private final long start;

    TickerClock(Ticker ticker) {
        this.ticker = ticker;
        this.start = ticker.read();
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(ticker.read() - start);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
