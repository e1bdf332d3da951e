package io.hexcache.bootstrap.node;

import io.hexcache.application.management.ComponentHealth;
import io.hexcache.application.management.HealthCheck;
import io.hexcache.domain.invalidation.LocalTrust;

/** How L1 is: always there, but of no use while changes of other nodes may be missed. */
record LocalTierHealth(LocalTrust trust) implements HealthCheck {

    @Override
    public ComponentHealth check() {
        String use = trust.isTrusted() ? "" : "; bypassed until the bus is heard again";
        return new ComponentHealth("l1", trust.isTrusted(), "Caffeine" + use, false);
    }
}
