package io.hexcache.bootstrap.node;

import io.hexcache.application.management.ComponentHealth;
import io.hexcache.application.management.HealthCheck;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.time.Ticker;
import java.util.Locale;

/** Whether L2 takes something and answers it, and how fast. Without it the source does, so the node stays ready. */
record SecondTierHealth(SecondTier second, CacheNode node, Ticker ticker) implements HealthCheck {

    @Override
    public ComponentHealth check() {
        long askedAt = ticker.read();
        try {
            second.store().ping();
            double millis = (ticker.read() - askedAt) / 1e6;
            return health(true, String.format(Locale.ROOT, "; took and answered a probe in %.1f ms", millis));
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
