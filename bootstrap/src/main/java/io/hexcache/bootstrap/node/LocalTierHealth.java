package io.hexcache.bootstrap.node;

import io.hexcache.application.management.ComponentHealth;
import io.hexcache.application.management.HealthCheck;
import io.hexcache.domain.CacheNode;

/** How L1 is: always there, but of little use while changes of other nodes may be missed. */
record LocalTierHealth(CacheNode node) implements HealthCheck {

    @Override
    public ComponentHealth check() {
        String use = node.isTrusted() ? "" : "; copies are used for 3 s at most until the bus is heard again";
        return new ComponentHealth("l1", node.isTrusted(), "Caffeine" + use, false);
    }
}
