package io.hexcache.infrastructure.memory;

import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalCacheFactory;

/** Makes an L1 on Caffeine, or one that keeps nothing where L1 is switched off. */
final class CaffeineLocalCaches implements LocalCacheFactory {

    @Override
    public <V> LocalCache<V> create(LocalLimits limits) {
        return limits.maxEntries() == 0 ? new EmptyLocalCache<>() : new CaffeineLocalCache<>(limits);
    }
}
