package io.hexcache.application.node;

import io.hexcache.domain.Caches;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.invalidation.DeferredInvalidations;
import io.hexcache.domain.invalidation.LocalTrust;
import io.hexcache.domain.invalidation.Regions;
import io.hexcache.domain.invalidation.RemoteEntries;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.statistics.NamespaceStatistics;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.tier.TierFactory;
import io.hexcache.infrastructure.jackson.JacksonValueCodec;
import java.util.List;
import java.util.SplittableRandom;

/** A complete node, wired as bootstrap does it, with a store and a bus that a test can disturb. */
final class Node {

    final ObservedStore store;
    final SwitchableBus bus;
    final CacheInvalidationService invalidation;
    final DeferredInvalidations deferred;
    final Caches caches;

    Node(Cluster cluster, NamespacePolicy policy, InvalidationBus end, long seed) {
        store = new ObservedStore(cluster.memory.store());
        bus = new SwitchableBus(end);
        Regions regions = new Regions();
        LocalTrust trust = new LocalTrust();
        deferred = new DeferredInvalidations();
        invalidation = new CacheInvalidationService(new RemoteEntries(store, cluster.tagIndex), bus, regions,
                deferred);
        TierFactory tiers = new TierFactory(cluster.memory.localCaches(),
                new RemotePorts(store, cluster.tagIndex, new JacksonValueCodec()),
                new TierFactory.NodeState(trust, deferred), cluster.clock,
                new SplittableRandom(seed));
        caches = new Caches(tiers, invalidation, regions, cluster.clock, namespace -> policy);
        bus.subscribe(invalidation.listener(trust));
    }

    long count(String namespace, CacheEvent event) {
        return statistics(namespace).of(event);
    }

    private NamespaceStatistics statistics(String namespace) {
        return caches.all().stream().filter(cache -> cache.definition().namespace().name().equals(namespace))
                .findFirst()
                .orElseThrow().statistics();
    }

    /** All events of a namespace that happened at least once. */
    List<CacheEvent> happened(String namespace) {
        return List.of(CacheEvent.values()).stream().filter(event -> count(namespace, event) > 0).toList();
    }
}
