package io.hexcache.infrastructure.resilience4j;

import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test turns. It begins just before its readings overflow, since no code may mind that. */
final class FakeTicker implements Ticker {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - Duration.ofMillis(20).toNanos());

    @Override
    public long read() {
        return now.get();
    }

    void turn(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
