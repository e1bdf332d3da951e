package io.hexcache.bootstrap.node;

import io.hexcache.application.management.ComponentHealth;
import io.hexcache.application.management.HealthCheck;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.error.CacheException;

/** Whether L2 answers. Without it the source does, so the node stays ready. */
record SecondTierHealth(SecondTier second, CacheNode node) implements HealthCheck {

    @Override
    public ComponentHealth check() {
        try {
            second.store().ping();
            return health(true, "");
        } catch (CacheException down) {
            return health(false, "; " + down.getMessage());
        }
    }

    private ComponentHealth health(boolean up, String problem) {
        int waiting = node.deferredChanges();
        String changes = waiting == 1 ? "1 change deferred" : waiting + " changes deferred";
        return new ComponentHealth("l2", up, second.storeName() + "; " + changes + problem, false);
    }
}
