package io.hexcache.bootstrap.node;

import io.hexcache.application.management.ComponentHealth;
import io.hexcache.application.management.HealthCheck;
import io.hexcache.domain.CacheNode;

/** Whether changes of other nodes are heard. */
record BusHealth(String name, CacheNode node) implements HealthCheck {

    @Override
    public ComponentHealth check() {
        String problem = node.isTrusted() ? "" : "; not connected, changes of other nodes may be missed";
        return new ComponentHealth("bus", node.isTrusted(), name + problem, false);
    }
}
