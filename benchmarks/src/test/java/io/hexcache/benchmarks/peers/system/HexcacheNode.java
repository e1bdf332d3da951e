package io.hexcache.benchmarks.peers.system;

import io.hexcache.domain.Cache;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.NodePorts;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.coherence.PulseService;
import io.hexcache.domain.invalidation.InvalidationResult;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.Policies;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.time.BlockingWaiter;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.infrastructure.jackson.JacksonValueCodec;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import io.hexcache.infrastructure.memory.MemorySettings;
import io.hexcache.infrastructure.redis.RedisAdapters;
import io.hexcache.infrastructure.redis.RedisSettings;
import io.hexcache.infrastructure.redis.RedisTimeouts;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** A whole node on Redis with its default settings, wired and kept alive as the service does it. */
final class HexcacheNode implements AutoCloseable {

    static final String NAMESPACE = "bench.product";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RedisAdapters redis;
    private final CacheNode node;
    private final Cache<Product> cache;
    private final ScheduledExecutorService pulses = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon().name("pulse").factory());

    HexcacheNode(PeerSettings settings) {
        SecureRandom random = new SecureRandom();
        ThreadFactory loads = Thread.ofVirtual().name("cache-load-", 0).factory();
        NodeRuntime runtime = new NodeRuntime(System::nanoTime, InstantSource.system(), new BlockingWaiter(), random,
                load -> loads.newThread(load).start());
        // All peers wait for a connection for as long as it takes; ours has to refuse nobody either.
        RedisSettings patient = RedisSettings.of(settings.redis().toString()).withTimeouts(new RedisTimeouts(PATIENCE,
                PATIENCE, PATIENCE));
        this.redis = RedisAdapters.connect(patient, runtime.ticker(), runtime.waiter());
        MemoryAdapters memory = new MemoryAdapters(runtime.ticker(), runtime.dates(), MemorySettings.DEFAULT);
        NodePorts ports = new NodePorts(memory.localCaches(), new RemotePorts(redis.store(), redis.tagIndex(),
                new JacksonValueCodec()), redis.stampRegister(), redis.bus());
        this.node = new CacheNode(ports, runtime, Origin.next("bench", random), Policies.everywhere(
                NamespacePolicy.DEFAULT.with(holding(settings.localEntries())))::of);
        this.cache = node.caches().declare(CacheDefinition.of(NAMESPACE, Product.class));
        start();
    }

    private static LocalLimits holding(int entries) {
        LocalLimits usual = LocalLimits.DEFAULT;
        return new LocalLimits(entries, usual.maxBytes(), usual.maxItemBytes(), Duration.ofHours(1));
    }

    private void start() {
        node.start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            node.pulse();
            if (deadline - System.nanoTime() < 0) {
                throw new IllegalStateException("the bus was not heard within " + PATIENCE);
            }
        } while (!node.isTrusted());
        long period = PulseService.PERIOD.toMillis();
        // Should a pulse throw, they end, and trust with them: the readers of L1 check each answer, and fail.
        Future<?> _ = pulses.scheduleAtFixedRate(node::pulse, period, period, TimeUnit.MILLISECONDS);
    }

    Cache<Product> cache() {
        return cache;
    }

    InvalidationResult invalidate(KeySelection selection) {
        return node.invalidation().invalidate(selection);
    }

    @Override
    public void close() {
        pulses.shutdownNow();
        redis.close();
    }
}
