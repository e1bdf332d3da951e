package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * Spaces out attempts that fail: after the n-th failure in a row the next one is made n times 50 ms later, and 2 s at
 * most. Those who come earlier are told of the last failure at once, which is what they would have waited for.
 */
final class Backoff {

    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Ticker ticker;
    private int failures;
    private long since;
    private Optional<CacheConnectionException> last = Optional.empty();

    Backoff(Ticker ticker) {
        this.ticker = ticker;
    }

    /** How long to pause after so many failures in a row. */
    static Duration after(int failures) {
        Duration pause = STEP.multipliedBy(failures);
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    /** Throws the last failure if it is too early for another attempt. */
    synchronized void check() {
        if (last.isPresent() && ticker.read() - since < after(failures).toNanos()) {
            throw Unreached.again(last.get());
        }
    }

    synchronized void failed(CacheConnectionException reason) {
        failures++;
        since = ticker.read();
        last = Optional.of(reason);
    }

    synchronized void worked() {
        failures = 0;
        last = Optional.empty();
    }
}
