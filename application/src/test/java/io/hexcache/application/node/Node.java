package io.hexcache.application.node;

import io.hexcache.domain.CacheNode;
import io.hexcache.domain.Caches;
import io.hexcache.domain.NodePorts;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.load.LoadLimits;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.Policies;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.statistics.NamespaceStatistics;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.domain.writebehind.WriteBehindPorts;
import io.hexcache.infrastructure.jackson.JacksonValueCodec;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;

/**
 * A complete node with a store and a bus that a test can disturb. Its loads run in the thread of the caller, and it
 * has pulsed, so L1 is trusted.
 */
final class Node {

    final ObservedStore store;
    final SwitchableBus bus;
    final CacheNode node;
    final CacheInvalidationService invalidation;
    final Caches caches;
    final Policies policies;

    Node(Cluster cluster, NamespacePolicy policy, long seed) {
        this(cluster, policy, seed, Runnable::run);
    }

    Node(Cluster cluster, NamespacePolicy policy, long seed, Executor executor) {
        this(cluster, policy, seed, new Surroundings(executor, Optional.empty()));
    }

    Node(Cluster cluster, NamespacePolicy policy, long seed, Executor executor, LoadLimits loads) {
        this(cluster, policy, seed, new Surroundings(executor, Optional.empty(), loads));
    }

    /** Where its loads run, what it writes behind with, and how much it may load. */
    record Surroundings(Executor executor, Optional<WriteBehindPorts> behind, LoadLimits loads) {

        Surroundings(Executor executor, Optional<WriteBehindPorts> behind) {
            this(executor, behind, LoadLimits.DEFAULT);
        }
    }

    Node(Cluster cluster, NamespacePolicy policy, long seed, Surroundings surroundings) {
        store = new ObservedStore(cluster.memory.store());
        bus = new SwitchableBus(cluster.hub.connect());
        RemotePorts remote = new RemotePorts(store, cluster.tagIndex, new JacksonValueCodec());
        NodePorts ports = new NodePorts(cluster.memory.localCaches(), remote, new ObservedRegister(cluster.memory
                .stampRegister(), store::isAway), bus);
        policies = Policies.everywhere(policy);
        NodeRuntime runtime = new NodeRuntime(cluster.clock, cluster.clock, cluster.clock, new SplittableRandom(seed),
                surroundings.executor());
        node = new CacheNode(surroundings.behind().map(ports::with).orElse(ports), runtime,
                new Origin("node-" + seed, seed), policies::of, surroundings.loads());
        invalidation = node.invalidation();
        caches = node.caches();
        node.start();
        node.pulse();
    }

    int deferred() {
        return node.deferredChanges();
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
