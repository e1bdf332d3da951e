package io.hexcache.bootstrap.node;

import dagger.Module;
import dagger.Provides;
import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.domain.Caches;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.invalidation.DeferredInvalidations;
import io.hexcache.domain.invalidation.LocalTrust;
import io.hexcache.domain.invalidation.Regions;
import io.hexcache.domain.invalidation.RemoteEntries;
import io.hexcache.domain.policy.Policies;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.tier.TierFactory;
import io.hexcache.domain.time.Ticker;
import io.hexcache.infrastructure.jackson.JacksonValueCodec;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import javax.inject.Singleton;

/** The domain, on whatever is behind the memory of the process. */
@Module
final class CacheModule {

    private CacheModule() {}

    @Provides
    @Singleton
    static LocalTrust trust() {
        return new LocalTrust();
    }

    @Provides
    @Singleton
    static Regions regions() {
        return new Regions();
    }

    @Provides
    @Singleton
    static DeferredInvalidations deferred() {
        return new DeferredInvalidations();
    }

    @Provides
    @Singleton
    static CacheInvalidationService invalidation(SecondTier second, Regions regions, DeferredInvalidations deferred) {
        return new CacheInvalidationService(new RemoteEntries(second.store(), second.tagIndex()), second.bus(), regions,
                deferred);
    }

    @Provides
    static TierFactory.NodeState state(LocalTrust trust, DeferredInvalidations deferred) {
        return new TierFactory.NodeState(trust, deferred);
    }

    @Provides
    static TierFactory tiers(LocalCacheFactory localCaches, SecondTier second, TierFactory.NodeState state,
            Ticker ticker, RandomGenerator random) {
        RemotePorts remote = new RemotePorts(second.store(), second.tagIndex(), new JacksonValueCodec());
        return new TierFactory(localCaches, remote, state, ticker, random);
    }

    @Provides
    @Singleton
    static Caches caches(TierFactory tiers, CacheInvalidationService invalidation, Regions regions, InstantSource dates,
            Policies policies) {
        return new Caches(tiers, invalidation, regions, dates, policies::of);
    }

    @Provides
    @Singleton
    static Policies policies(Settings settings) {
        return settings.policies().atStart();
    }
}
