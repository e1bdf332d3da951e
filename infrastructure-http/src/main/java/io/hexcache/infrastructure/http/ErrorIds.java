package io.hexcache.infrastructure.http;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Names for internal errors, so that an answer and a line of the log find each other. They say nothing else. */
final class ErrorIds {

    private final InstantSource dates;
    private final AtomicLong issued = new AtomicLong();

    ErrorIds(InstantSource dates) {
        this.dates = dates;
    }

    String next() {
        return "error-%s-%d".formatted(Long.toString(dates.millis(), Character.MAX_RADIX), issued.incrementAndGet());
    }
}
