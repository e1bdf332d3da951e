package io.hexcache.application.node;

import io.hexcache.application.management.ManagedServices;
import io.hexcache.contract.VirtualJobScheduler;
import io.hexcache.domain.counter.ClearStamps;
import io.hexcache.domain.counter.Counters;
import io.hexcache.domain.existence.ExistenceFilters;
import io.hexcache.domain.scheduling.ScheduledInvalidations;
import io.hexcache.domain.time.BlockingWaiter;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.domain.warming.CacheWarmingService;
import java.util.Optional;
import java.util.SplittableRandom;

/** What a node offers beside its caches, with jobs that run when a test lets time pass for them. */
final class Services {

    final VirtualJobScheduler scheduler;
    final Counters counters;
    final ExistenceFilters filters = new ExistenceFilters();
    final CacheWarmingService warming;
    final ScheduledInvalidations scheduled;

    Services(Cluster cluster, Node node) {
        this.scheduler = new VirtualJobScheduler(cluster.clock.instant());
        this.counters = new Counters(cluster.memory.counters(), ClearStamps.NONE, new SplittableRandom(1));
        this.scheduled = new ScheduledInvalidations(scheduler, scheduler, node.invalidation::invalidate);
        this.warming = new CacheWarmingService(new NodeRuntime(cluster.clock, cluster.clock, new BlockingWaiter(),
                new SplittableRandom(1), Runnable::run));
    }

    ManagedServices managed() {
        return new ManagedServices(Optional.of(counters), warming, scheduled, filters);
    }

    static ManagedServices of(Cluster cluster, Node node) {
        return new Services(cluster, node).managed();
    }
}
