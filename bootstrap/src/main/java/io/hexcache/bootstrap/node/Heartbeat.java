package io.hexcache.bootstrap.node;

import io.hexcache.domain.CacheNode;
import io.hexcache.domain.coherence.PulseService;
import io.hexcache.domain.time.NodeRuntime;
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

/** Joins the node to the bus and pulses as long as it lives. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    /** Without the bus the node works too, only slower: it waits for it, but not for long. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The first pulses follow each other faster, so that the service need not start without L1. */
    private static final Duration FIRST_PERIOD = Duration.ofMillis(10);

    private final CacheNode node;
    private final SecondTier second;
    private final NodeRuntime runtime;
    private final OpenResources resources;
    private final Set<Class<?>> reported = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon().name("heartbeat").factory());

    @Inject
    Heartbeat(CacheNode node, SecondTier second, NodeRuntime runtime, OpenResources resources) {
        this.node = node;
        this.second = second;
        this.runtime = runtime;
        this.resources = resources;
    }

    /** Joins, and waits a moment until it is known that nothing is missed. */
    void start() {
        resources.add(second.bus());
        resources.add(this);
        node.start();
        long deadline = runtime.ticker().read() + PATIENCE.toNanos();
        beat();
        while (!node.isTrusted() && deadline - runtime.ticker().read() > 0) {
            runtime.waiter().pause(FIRST_PERIOD);
            beat();
        }
        if (!node.isTrusted()) {
            LOG.warn("the bus ({}) is not heard after {} ms; copies in L1 are used for 3 s at most until it is", second
                    .busName(), PATIENCE.toMillis());
        }
        ScheduledFuture<?> _ = scheduler.scheduleAtFixedRate(this::beat, PulseService.PERIOD.toMillis(),
                PulseService.PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            node.pulse();
        } catch (Throwable mistake) {
            // Trust runs out by itself, so a pulse that fails costs speed and nothing else; the next one may succeed.
            if (reported.add(mistake.getClass())) {
                LOG.error("a pulse failed; more failures of this kind are not logged", mistake);
            }
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
