package io.hexcache.bootstrap.node;

import io.hexcache.application.management.ComponentHealth;
import io.hexcache.application.management.HealthCheck;
import io.hexcache.domain.CacheNode;

/** Whether all changes have reached L2 and the other nodes. */
record DeferredHealth(CacheNode node) implements HealthCheck {

    @Override
    public ComponentHealth check() {
        int waiting = node.deferredChanges();
        return new ComponentHealth("deferred", waiting == 0, waiting == 0 ? "all changes have reached L2 and the bus"
                : (waiting == 1 ? "1 change waits" : waiting + " changes wait")
                        + " until L2 and the bus take it; this node uses nothing that L2 holds of it",
                false);
    }
}
