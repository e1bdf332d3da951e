package io.hexcache.application.node;

import io.hexcache.application.management.ManagedServices;
import io.hexcache.contract.VirtualJobScheduler;
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
        this(cluster, node, 1);
    }

    /** Nodes with one seed would take each other's changes for repetitions of their own. */
    Services(Cluster cluster, Node node, long seed) {
        this.scheduler = new VirtualJobScheduler(cluster.clock.instant());
        this.counters = new Counters(cluster.memory.counters(), node.node.clears(), new SplittableRandom(seed));
        this.scheduled = new ScheduledInvalidations(scheduler, scheduler, node.invalidation::invalidate);
        this.warming = new CacheWarmingService(new NodeRuntime(cluster.clock, cluster.clock, new BlockingWaiter(),
                new SplittableRandom(seed), Runnable::run));
    }

    ManagedServices managed() {
        return new ManagedServices(Optional.of(counters), warming, scheduled, filters, Optional.empty());
    }

    static ManagedServices of(Cluster cluster, Node node) {
        return new Services(cluster, node).managed();
    }
}
