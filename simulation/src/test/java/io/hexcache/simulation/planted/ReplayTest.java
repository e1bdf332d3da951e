package io.hexcache.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.Cache;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.NodePorts;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.infrastructure.memory.InProcessBusHub;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import io.hexcache.infrastructure.memory.MemorySettings;
import io.hexcache.simulation.port.Call;
import io.hexcache.simulation.port.Passage;
import io.hexcache.simulation.port.PassingStore;
import io.hexcache.simulation.world.SimulatedLocalCaches;
import io.hexcache.simulation.world.Versioned;
import io.hexcache.simulation.world.VersionedCodec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A store that has lost a removal, a node that knows of it, and one that has begun since and does not. */
class ReplayTest {

    private static final CacheKey KEY = new CacheKey(new Namespace("shop"), "id", 0);

    private final AtomicLong source = new AtomicLong(1);
    private final MemoryAdapters memory = new MemoryAdapters(() -> 0, InstantSource.system(), MemorySettings.DEFAULT);
    private final InProcessBusHub hub = new InProcessBusHub(() -> 0);
    private final SplittableRandom random = new SplittableRandom(7);

    private final class Node {

        private final AtomicReference<Runnable> onReplaced = new AtomicReference<>(() -> {});
        private final CacheNode node;
        private final Cache<Versioned> cache;

        Node(String name) {
            RemotePorts remote = new RemotePorts(new PassingStore(memory.store(), new Straight(), onReplaced::set),
                    memory.tagIndex(), new VersionedCodec());
            NodeRuntime runtime = new NodeRuntime(() -> 0, InstantSource.system(), (done, _) -> done.isDone(), random
                    .split(), Runnable::run);
            node = new CacheNode(new NodePorts(new SimulatedLocalCaches(), remote, memory.stampRegister(), hub
                    .connect()), runtime, Origin.next(name, random), _ -> NamespacePolicy.DEFAULT);
            cache = node.caches().declare(CacheDefinition.of("shop", Versioned.class).withSource(identifier -> Optional
                    .of(new Versioned(identifier, source.get()))));
            node.start();
            node.pulse();
            node.pulse();
        }

        long read() {
            return cache.get("id").value().orElseThrow().version();
        }

        void findsAnotherStore() {
            onReplaced.get().run();
            node.pulse();
        }
    }

    @Test
    void replay_ofARemoval_reachesTheCopiesThatWereMadeOfTheOldEntry() {
        Node first = new Node("first");
        first.read();
        byte[] old = memory.store().get(KEY).orElseThrow().bytes();
        source.set(2);
        first.cache.invalidate("id");
        Node second = new Node("second");
        memory.store().set(new Write(KEY, Token.next(random), old, Duration.ofMinutes(1), 0),
                new SetCondition.Always());
        second.findsAnotherStore();
        assertThat(second.read()).as("before the replay").isEqualTo(1);

        first.findsAnotherStore();

        assertThat(second.read()).isEqualTo(2);
    }

    private static final class Straight implements Passage {

        @Override
        public <T> T pass(Call call, Supplier<T> action) {
            return action.get();
        }
    }
}
