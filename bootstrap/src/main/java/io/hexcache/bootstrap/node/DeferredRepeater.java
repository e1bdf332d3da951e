package io.hexcache.bootstrap.node;

import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.invalidation.DeferredInvalidations;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats what L2 or the bus did not take, until they do. */
final class DeferredRepeater implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeferredRepeater.class);
    private static final Duration PERIOD = Duration.ofMillis(500);

    /** A round of repetitions ends within the timeouts of the store; this is more than enough. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CacheInvalidationService invalidation;
    private final DeferredInvalidations deferred;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon().name("repeat-deferred").factory());

    @Inject
    DeferredRepeater(CacheInvalidationService invalidation, DeferredInvalidations deferred) {
        this.invalidation = invalidation;
        this.deferred = deferred;
    }

    void start() {
        ScheduledFuture<?> _ = scheduler.scheduleWithFixedDelay(this::repeat, PERIOD.toMillis(), PERIOD.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void repeat() {
        int before = deferred.size();
        if (before == 0) {
            return;
        }
        try {
            invalidation.repeatDeferred();
        } catch (RuntimeException mistake) {
            // Not lost: what was deferred stays so and is repeated in the next round, which an exception would prevent.
            LOG.error("deferred changes could not be repeated", mistake);
        }
        if (deferred.size() == 0) {
            LOG.info("{} deferred changes have been repeated; none is left", before);
        }
    }

    @Override
    public void close() {
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                scheduler.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            scheduler.shutdownNow();
            Thread.currentThread().interrupt();
        }
        if (deferred.size() > 0) {
            LOG.warn("{} deferred changes end with this process; what L2 holds of them lives on to the end of its ttl",
                    deferred.size());
        }
    }
}
