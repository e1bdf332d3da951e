package io.hexcache.infrastructure.memory;

import io.hexcache.contract.LocalCacheContract;
import io.hexcache.domain.port.LocalCacheFactory;

final class CaffeineLocalCacheTest extends LocalCacheContract {

    @Override
    public LocalCacheFactory factory() {
        return new MemoryAdapters(new FakeTicker(), MemorySettings.DEFAULT).localCaches();
    }
}
