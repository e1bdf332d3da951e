package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.time.Ticker;
import io.hexcache.domain.time.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Changes that must not take effect once their failure is reported. The server refuses them after a time by its own
 * clock, and who cannot know what became of one does not say so before that time.
 */
final class PunctualCalls {

    private final Duration limit;
    private final Ticker ticker;
    private final Waiter waiter;

    /** Calls that take effect within this time or never. */
    PunctualCalls(Duration limit, Ticker ticker, Waiter waiter) {
        this.limit = limit;
        this.ticker = ticker;
        this.waiter = waiter;
    }

    /**
     * The replies to these calls, in one round trip.
     *
     * @param calls each made for the last microsecond since 1970, by the clock of the server, at which it may take
     *            effect
     */
    List<Object> exchange(Line line, List<LongFunction<Call>> calls) {
        StoreClock clock = line.clock();
        long last = ticker.read() + limit.toNanos();
        boolean answered = false;
        try {
            long lastMicros = clock.microsAt(last);
            List<Object> replies = Session.exchange(line, calls.stream().map(call -> call.apply(lastMicros)).toList());
            answered = true;
            return replies;
        } finally {
            if (!answered) {
                awaitPassed(last);
            }
        }
    }

    /** Not even an interrupt ends this early; it would be a failure that is reported too soon. */
    private void awaitPassed(long last) {
        boolean interrupted = Thread.interrupted();
        for (long left = last - ticker.read(); left >= 0; left = last - ticker.read()) {
            try {
                waiter.pause(Duration.ofNanos(left + 1));
            } catch (CacheTimeoutException onceMore) {
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
