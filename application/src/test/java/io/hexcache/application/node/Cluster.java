package io.hexcache.application.node;

import io.hexcache.domain.load.LoadLimits;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.writebehind.WriteBehindPorts;
import io.hexcache.infrastructure.memory.InProcessBusHub;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import io.hexcache.infrastructure.memory.MemorySettings;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** Nodes over one store and one bus, all in this process. */
final class Cluster {

    final ManualClock clock = new ManualClock();
    final MemoryAdapters memory = new MemoryAdapters(clock, clock, MemorySettings.DEFAULT);
    final ObservedTagIndex tagIndex = new ObservedTagIndex(memory.tagIndex());
    final InProcessBusHub hub = new InProcessBusHub(clock);
    private final AtomicLong nodes = new AtomicLong();

    /** Runs once, when the next tag invalidation has asked how many members the tag has. */
    void afterNextTagSize(Runnable action) {
        tagIndex.afterNextSize(action);
    }

    Node node() {
        return node(NamespacePolicy.DEFAULT);
    }

    Node node(NamespacePolicy policy) {
        return node(policy, Runnable::run);
    }

    /** A node whose loads run in this executor. */
    Node node(NamespacePolicy policy, Executor executor) {
        return pulsing(new Node(this, policy, nodes.incrementAndGet(), executor));
    }

    /** A node that asks its sources no more than this. */
    Node node(NamespacePolicy policy, LoadLimits loads) {
        return pulsing(new Node(this, policy, nodes.incrementAndGet(), Runnable::run, loads));
    }

    private Node pulsing(Node node) {
        clock.onStep(node.node::pulse);
        return node;
    }

    /** A node that writes behind with these. */
    Node behind(NamespacePolicy policy, Executor executor, WriteBehindPorts writeBehind) {
        Node node = new Node(this, policy, nodes.incrementAndGet(), new Node.Surroundings(executor, Optional.of(
                writeBehind)));
        clock.onStep(node.node::pulse);
        return node;
    }
}
