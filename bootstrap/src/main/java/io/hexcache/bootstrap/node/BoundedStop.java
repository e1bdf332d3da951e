package io.hexcache.bootstrap.node;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a node before the process ends, but does not keep the process waiting for ever. */
record BoundedStop(Node node) implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedStop.class);

    /**
     * Longer than the requests in flight and the writes that wait are given; whoever sent the signal usually waits
     * longer still.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    @Override
    public void run() {
        LOG.info("stopping");
        Thread closing = Thread.ofPlatform().daemon().name("close").start(node::close);
        try {
            if (closing.join(PATIENCE)) {
                LOG.info("stopped");
            } else {
                LOG.warn("not stopped within {} s; the process ends all the same", PATIENCE.toSeconds());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
