package io.hexcache.bootstrap.node;

import io.hexcache.domain.CacheNode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** For the last round: enough where the store is there, and no reason to wait longer where it is not. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CacheNode node;
    private final Set<Class<?>> reported = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon().name("repeat-deferred").factory());

    @Inject
    DeferredRepeater(CacheNode node) {
        this.node = node;
    }

    void start() {
        ScheduledFuture<?> _ = scheduler.scheduleWithFixedDelay(this::repeat, PERIOD.toMillis(), PERIOD.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void repeat() {
        try {
            int before = node.deferredChanges();
            if (before == 0) {
                return;
            }
            node.repeatDeferred();
            if (node.deferredChanges() == 0) {
                LOG.info("{} deferred changes have been repeated; none is left", before);
            }
        } catch (Throwable mistake) {
            // Not lost: what was deferred stays so and is repeated in the next round, which a throwable would prevent.
            if (reported.add(mistake.getClass())) {
                LOG.error("deferred changes could not be repeated; more failures of this kind are not logged", mistake);
            }
        }
    }

    /** Repeats once more, for what was deferred just before the end, and stops within a bound. */
    @Override
    public void close() {
        if (scheduler.isShutdown()) {
            return;
        }
        scheduler.execute(this::repeat);
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                scheduler.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            scheduler.shutdownNow();
            Thread.currentThread().interrupt();
        }
        if (node.deferredChanges() > 0) {
            LOG.warn("{} deferred changes end with this process; what L2 holds of them lives on to the end of its ttl",
                    node.deferredChanges());
        }
    }
}
