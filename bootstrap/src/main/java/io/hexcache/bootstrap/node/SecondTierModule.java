package io.hexcache.bootstrap.node;

import dagger.Module;
import dagger.Provides;
import io.hexcache.bootstrap.configuration.KnownSettings;
import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.time.BlockingWaiter;
import io.hexcache.domain.time.Ticker;
import io.hexcache.infrastructure.memory.InProcessBusHub;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import io.hexcache.infrastructure.memory.MemorySettings;
import io.hexcache.infrastructure.redis.RedisAdapters;
import io.hexcache.infrastructure.redis.RedisPool;
import io.hexcache.infrastructure.redis.RedisSettings;
import io.hexcache.infrastructure.redis.RedisTimeouts;
import io.hexcache.infrastructure.redis.RedisUri;
import io.hexcache.infrastructure.redis.StreamSettings;
import io.hexcache.infrastructure.resilience4j.BreakerSettings;
import io.hexcache.infrastructure.resilience4j.RemoteBreakers;
import java.time.InstantSource;
import javax.inject.Provider;
import javax.inject.Singleton;

/** Both tiers, as the configuration says: L1 is always memory, L2 and the bus are Redis if there is an address. */
@Module
final class SecondTierModule {

    private SecondTierModule() {}

    @Provides
    @Singleton
    static MemoryAdapters memory(Ticker ticker, InstantSource dates, Settings settings) {
        return new MemoryAdapters(ticker, dates, new MemorySettings(settings.get(KnownSettings.MEMORY_MAX_BYTES)));
    }

    @Provides
    static LocalCacheFactory localCaches(MemoryAdapters memory) {
        return memory.localCaches();
    }

    @Provides
    @Singleton
    static SecondTier secondTier(Settings settings, Provider<RedisAdapters> redis, Provider<MemoryAdapters> memory,
            Ticker ticker) {
        return settings.get(KnownSettings.REDIS_URL).map(uri -> onRedis(settings, uri, redis.get(), ticker))
                .orElseGet(() -> embedded(memory.get(), ticker));
    }

    private static SecondTier onRedis(Settings settings, RedisUri uri, RedisAdapters redis, Ticker ticker) {
        String server = uri.toString().replaceFirst("^redis://", "").replaceFirst("[*]+@", "");
        SecondTier bare = switch (settings.get(KnownSettings.REDIS_BUS)) {
            case PUBSUB -> onRedis(redis, redis.bus(), server, "Redis Pub/Sub");
            case STREAMS -> onRedis(redis, redis.streamBus(new StreamSettings(settings.get(
                    KnownSettings.REDIS_STREAM_MAX_ENTRIES))), server, "Redis Streams");
        };
        BreakerSettings breakers = new BreakerSettings(settings.get(KnownSettings.REDIS_BREAKER_FAILURES), settings.get(
                KnownSettings.REDIS_BREAKER_OPEN_FOR), settings.get(KnownSettings.REDIS_BREAKER_PROBES),
                settings.get(
                        KnownSettings.REDIS_BREAKER_SLOW_CALL));
        return bare.behind(new RemoteBreakers(bare.storeName(), breakers, ticker));
    }

    private static SecondTier onRedis(RedisAdapters redis, InvalidationBus bus, String server, String busName) {
        return new SecondTier(redis.store(), redis.tagIndex(), redis.stampRegister(), redis.counters(), bus, "Redis "
                + server, busName);
    }

    private static SecondTier embedded(MemoryAdapters memory, Ticker ticker) {
        return new SecondTier(memory.store(), memory.tagIndex(), memory.stampRegister(), memory.counters(),
                new InProcessBusHub(ticker).connect(), "embedded", "in-process");
    }

    /** Asked for only where there is an address. */
    @Provides
    static RedisSettings redisSettings(Settings settings) {
        RedisTimeouts timeouts = new RedisTimeouts(settings.get(KnownSettings.REDIS_CONNECT_TIMEOUT), settings.get(
                KnownSettings.REDIS_COMMAND_TIMEOUT), settings.get(KnownSettings.REDIS_POOL_BORROW_TIMEOUT));
        RedisPool pool = new RedisPool(settings.get(KnownSettings.REDIS_POOL_SIZE), settings.get(
                KnownSettings.REDIS_POOL_WAITING));
        RedisUri uri = settings.get(KnownSettings.REDIS_URL).orElseThrow();
        return new RedisSettings(settings.get(KnownSettings.REDIS_TLS_CA).map(uri::withAuthorities).orElse(uri),
                settings.get(KnownSettings.REDIS_KEY_PREFIX), timeouts, pool, "hexcache");
    }

    @Provides
    @Singleton
    static RedisAdapters redis(RedisSettings settings, Ticker ticker, OpenResources resources) {
        return resources.add(RedisAdapters.connect(settings, ticker, new BlockingWaiter()));
    }
}
