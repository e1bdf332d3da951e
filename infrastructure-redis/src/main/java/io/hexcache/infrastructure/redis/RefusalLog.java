package io.hexcache.infrastructure.redis;

import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * Logs when the server begins to refuse changes and when it takes them again. A server with a full memory takes one
 * whenever an entry expires, so it has to take changes for a while before that is worth a line.
 */
final class RefusalLog {

    private static final Duration CALM = Duration.ofSeconds(5);

    private final Logger logger;
    private final Ticker ticker;
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final AtomicLong lastRefusal = new AtomicLong();

    RefusalLog(Logger logger, Ticker ticker) {
        this.logger = logger;
        this.ticker = ticker;
    }

    void refused(String reason) {
        lastRefusal.set(ticker.read());
        if (!refusing.get() && refusing.compareAndSet(false, true)) {
            logger.warn("redis refuses changes: {}", reason);
        }
    }

    void took() {
        if (refusing.get() && ticker.read() - lastRefusal.get() > CALM.toNanos()
                && refusing.compareAndSet(true, false)) {
            logger.info("redis takes changes again");
        }
    }
}
