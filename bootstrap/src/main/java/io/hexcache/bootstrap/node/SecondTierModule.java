package io.hexcache.bootstrap.node;

import dagger.Module;
import dagger.Provides;
import io.hexcache.bootstrap.configuration.KnownSettings;
import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.time.Ticker;
import io.hexcache.infrastructure.memory.InProcessBusHub;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import io.hexcache.infrastructure.memory.MemorySettings;
import javax.inject.Singleton;

/** Both tiers, as the configuration says: L1 is always memory, L2 and the bus are Redis if there is an address. */
@Module
final class SecondTierModule {

    private SecondTierModule() {}

    @Provides
    @Singleton
    static MemoryAdapters memory(Ticker ticker, Settings settings) {
        return new MemoryAdapters(ticker, new MemorySettings(settings.get(KnownSettings.MEMORY_MAX_BYTES)));
    }

    @Provides
    static LocalCacheFactory localCaches(MemoryAdapters memory) {
        return memory.localCaches();
    }

    @Provides
    @Singleton
    static SecondTier secondTier(Settings settings, MemoryAdapters memory) {
        if (settings.get(KnownSettings.REDIS_URL).isPresent()) {
            throw new CacheConfigurationException("Redis is not wired yet");
        }
        return new SecondTier(memory.store(), memory.tagIndex(), new InProcessBusHub().connect(), "embedded",
                "in-process");
    }
}
