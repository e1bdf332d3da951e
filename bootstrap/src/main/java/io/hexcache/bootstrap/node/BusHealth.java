package io.hexcache.bootstrap.node;

import io.hexcache.application.management.ComponentHealth;
import io.hexcache.application.management.HealthCheck;
import io.hexcache.domain.invalidation.LocalTrust;

/** Whether changes of other nodes are heard. */
record BusHealth(String name, LocalTrust trust) implements HealthCheck {

    @Override
    public ComponentHealth check() {
        String problem = trust.isTrusted() ? "" : "; not connected, changes of other nodes may be missed";
        return new ComponentHealth("bus", trust.isTrusted(), name + problem, false);
    }
}
