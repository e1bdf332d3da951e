package io.hexcache.benchmarks.hit;

import io.hexcache.domain.Cache;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.NodePorts;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.WriteOptions;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.time.BlockingWaiter;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.domain.time.Ticker;
import io.hexcache.infrastructure.memory.InProcessBusHub;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import io.hexcache.infrastructure.memory.MemorySettings;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A complete node with one namespace, whose entries carry tags, and among whose tags one has been invalidated. */
final class HitNode {

    static final String NAMESPACE = "catalog.product";

    private static final long SEED = 4711;

    /** A service has its L2 in another process: here it keeps nothing that would lie between the copies of L1. */
    private static final MemorySettings NO_ROOM_IN_L2 = new MemorySettings(1);

    private final CacheNode node;
    private final Cache<String> cache;

    /** A node that is trusted once it was pulsed; {@code around} may watch what it asks of its ports. */
    HitNode(Ticker ticker, InstantSource dates, Function<Namespace, NamespacePolicy> policies,
            UnaryOperator<NodePorts> around) {
        MemoryAdapters memory = new MemoryAdapters(ticker, dates, NO_ROOM_IN_L2);
        NodePorts ports = new NodePorts(memory.localCaches(), new RemotePorts(memory.store(), memory.tagIndex(),
                new SizeOnlyCodec()), memory.stampRegister(), new InProcessBusHub(ticker).connect());
        SplittableRandom random = new SplittableRandom(SEED);
        this.node = new CacheNode(around.apply(ports), new NodeRuntime(ticker, dates, new BlockingWaiter(), random,
                Runnable::run), Origin.next("hit", random), policies);
        this.cache = node.caches().declare(CacheDefinition.of(NAMESPACE, String.class));
        node.start();
        node.pulse();
        node.pulse();
    }

    /** Caches the value, with three tags. */
    void put(Workload workload, String key) {
        Set<Tag> tags = Set.of(new Tag("catalog"), new Tag("page-" + key.hashCode() % 64), new Tag("of-" + key));
        cache.put(key, workload.value(key), new WriteOptions(Optional.of(workload.ttl(key)), tags));
    }

    void invalidateTag(String name) {
        node.invalidation().invalidate(new KeySelection.Tagged(Set.of(new Tag(name))));
    }

    void pulse() {
        node.pulse();
    }

    Cache<String> cache() {
        return cache;
    }

    long count(CacheEvent event) {
        return node.caches().find(new Namespace(NAMESPACE)).orElseThrow().statistics().of(event);
    }
}
