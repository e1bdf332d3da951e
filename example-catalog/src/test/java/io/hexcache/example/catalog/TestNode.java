package io.hexcache.example.catalog;

import io.hexcache.domain.CacheNode;
import io.hexcache.domain.Caches;
import io.hexcache.domain.NodePorts;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.time.BlockingWaiter;
import io.hexcache.domain.time.NodeRuntime;
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
}
