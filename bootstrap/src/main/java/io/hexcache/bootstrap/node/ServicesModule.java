package io.hexcache.bootstrap.node;

import dagger.Module;
import dagger.Provides;
import io.hexcache.application.management.ManagedServices;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.counter.Counters;
import io.hexcache.domain.existence.ExistenceFilters;
import io.hexcache.domain.port.JobScheduler;
import io.hexcache.domain.scheduling.ScheduledInvalidations;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.domain.warming.CacheWarmingService;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import java.time.InstantSource;
import java.util.Optional;
import javax.inject.Singleton;

/** What a node offers beside its caches. */
@Module
final class ServicesModule {

    private ServicesModule() {}

    @Provides
    @Singleton
    static JobScheduler scheduler(InstantSource dates, OpenResources resources) {
        return resources.add(MemoryAdapters.jobScheduler(dates));
    }

    @Provides
    @Singleton
    static ScheduledInvalidations scheduledInvalidations(JobScheduler scheduler, InstantSource dates, CacheNode node,
            OpenResources resources) {
        return resources.add(new ScheduledInvalidations(scheduler, dates, node.invalidation()::invalidate));
    }

    @Provides
    @Singleton
    static CacheWarmingService warming(NodeRuntime runtime, OpenResources resources) {
        return resources.add(new CacheWarmingService(runtime));
    }

    @Provides
    @Singleton
    static ExistenceFilters existenceFilters() {
        return new ExistenceFilters();
    }

    @Provides
    @Singleton
    static Counters counters(SecondTier second, CacheNode node, NodeRuntime runtime) {
        return new Counters(second.counters(), node.clears(), runtime.random());
    }

    @Provides
    static ManagedServices services(Counters counters, CacheWarmingService warming,
            ScheduledInvalidations scheduled, ExistenceFilters filters, CacheNode node) {
        return new ManagedServices(Optional.of(counters), warming, scheduled, filters, node.writeBehind());
    }
}
