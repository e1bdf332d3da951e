package io.hexcache.infrastructure.resilience4j;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs an outage when a breaker opens and when it closes again, but not each attempt in between. */
final class BreakerLog {

    private static final Logger LOG = LoggerFactory.getLogger(BreakerLog.class);

    private BreakerLog() {}

    static void follow(CircuitBreaker breaker, String what, Supplier<String> lastFailure) {
        AtomicBoolean away = new AtomicBoolean();
        breaker.getEventPublisher().onStateTransition(event -> {
            switch (event.getStateTransition().getToState()) {
                case OPEN, FORCED_OPEN -> {
                    if (away.compareAndSet(false, true)) {
                        LOG.warn("{}: not asked until it answers again, the breaker is open; last failure: {}", what,
                                lastFailure.get());
                    }
                }
                case CLOSED, DISABLED, METRICS_ONLY -> {
                    if (away.compareAndSet(true, false)) {
                        LOG.info("{}: asked again, the breaker is closed", what);
                    }
                }
                case HALF_OPEN -> LOG.debug("{}: tried, the breaker is half open", what);
            }
        });
    }
}
