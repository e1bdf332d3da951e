package io.hexcache.infrastructure.redis;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/** Logs a loss when it begins and when it ends, and nothing in between. */
final class StateLog {

    private final Logger logger;
    private final String what;
    private final AtomicBoolean failing = new AtomicBoolean();

    StateLog(Logger logger, String what) {
        this.logger = logger;
        this.what = what;
    }

    void fails(String reason) {
        if (!failing.get() && failing.compareAndSet(false, true)) {
            logger.warn("{} is away: {}", what, reason);
        }
    }

    void works() {
        if (failing.get() && failing.compareAndSet(true, false)) {
            logger.info("{} is back", what);
        }
    }
}
