package io.hexcache.example.catalog;

import io.hexcache.contract.VirtualJobScheduler;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.Caches;
import io.hexcache.domain.NodePorts;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.Durability;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.time.BlockingWaiter;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.domain.writebehind.WriteBehindPorts;
import io.hexcache.domain.writebehind.WriteBehindService;
import io.hexcache.domain.writebehind.WriteBehindSettings;
import io.hexcache.infrastructure.jackson.JacksonValueCodec;
import io.hexcache.infrastructure.memory.InProcessBusHub;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import io.hexcache.infrastructure.memory.MemorySettings;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** Wires the caches of a node on adapters in memory, whose clock stands still: nothing expires. */
public final class TestNode {

    private TestNode() {}

    /** What nodes share. */
    public static MemoryAdapters memory() {
        return new MemoryAdapters(() -> 0, InstantSource.fixed(Instant.EPOCH), MemorySettings.DEFAULT);
    }

    /** A bus that nodes share. */
    public static InProcessBusHub hub() {
        return new InProcessBusHub(() -> 0);
    }

    /** The caches of a node that shares its L2 and its bus with others. */
    public static Caches caches(MemoryAdapters memory, InvalidationBus bus) {
        RemotePorts remote = new RemotePorts(memory.store(), memory.tagIndex(), new JacksonValueCodec());
        SecureRandom random = new SecureRandom();
        NodeRuntime runtime = new NodeRuntime(() -> 0, InstantSource.fixed(Instant.EPOCH), new BlockingWaiter(), random,
                Runnable::run);
        CacheNode node = new CacheNode(new NodePorts(memory.localCaches(), remote, memory.stampRegister(), bus),
                runtime, Origin.next("test", random), namespace -> NamespacePolicy.DEFAULT);
        node.start();
        node.pulse();
        return node.caches();
    }

    /** The caches of a node, and its writes that wait. */
    public record Behind(Caches caches, WriteBehindService writes) {}

    private static NamespacePolicy stockBehind(Namespace namespace) {
        return namespace.name().equals("catalog.stock") ? NamespacePolicy.DEFAULT.with(Durability.DEFERRED)
                : NamespacePolicy.DEFAULT;
    }

    /** A node of its own, whose writes of stock levels are deferred until they are flushed. */
    public static Behind behind() {
        MemoryAdapters memory = memory();
        RemotePorts remote = new RemotePorts(memory.store(), memory.tagIndex(), new JacksonValueCodec());
        SecureRandom random = new SecureRandom();
        NodeRuntime runtime = new NodeRuntime(() -> 0, InstantSource.fixed(Instant.EPOCH), new BlockingWaiter(), random,
                Runnable::run);
        WriteBehindPorts ports = new WriteBehindPorts(MemoryAdapters.journal(1_000), new VirtualJobScheduler(
                Instant.EPOCH), WriteBehindSettings.DEFAULT);
        CacheNode node = new CacheNode(new NodePorts(memory.localCaches(), remote, memory.stampRegister(), hub()
                .connect()).with(ports), runtime, Origin.next("test", random), TestNode::stockBehind);
        node.start();
        node.pulse();
        return new Behind(node.caches(), node.writeBehind().orElseThrow());
    }
}
