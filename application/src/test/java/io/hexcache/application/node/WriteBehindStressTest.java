package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.Cache;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.NodePorts;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.policy.Durability;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.UrgencyRules;
import io.hexcache.domain.port.JobScheduler;
import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.Delivery;
import io.hexcache.domain.strategy.WriteOptions;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.time.BlockingWaiter;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.domain.writebehind.RetryRules;
import io.hexcache.domain.writebehind.WriteBehindPorts;
import io.hexcache.domain.writebehind.WriteBehindService;
import io.hexcache.domain.writebehind.WriteBehindSettings;
import io.hexcache.infrastructure.jackson.JacksonValueCodec;
import io.hexcache.infrastructure.memory.InProcessBusHub;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import io.hexcache.infrastructure.memory.MemorySettings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Real threads on few keys, with a memory that is too small: each writer counts up on a key of its own. */
class WriteBehindStressTest {

    private static final int WRITERS = 16;
    private static final int WRITES = 200;
    private static final WriteBehindSettings SETTINGS = new WriteBehindSettings(5, Duration.ofMillis(2), 6, Duration
            .ofSeconds(10), 4, new RetryRules(3, Duration.ofMillis(5), Duration.ofMillis(20)), UrgencyRules.NONE);

    @Test
    void writersOnKeysOfTheirOwn_whateverTheDurability_areAppliedInOrderAndReadAsWritten() throws Exception {
        MemoryAdapters memory = new MemoryAdapters(System::nanoTime, InstantSource.system(), MemorySettings.DEFAULT);
        RemotePorts remote = new RemotePorts(memory.store(), memory.tagIndex(), new JacksonValueCodec());
        BehindSource source = new BehindSource();
        try (WriteBehindJournal journal = MemoryAdapters.journal(1_000);
                JobScheduler scheduler = MemoryAdapters.jobScheduler(InstantSource.system());
                ExecutorService loads = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            CacheNode node = new CacheNode(new NodePorts(memory.localCaches(), remote, memory.stampRegister(),
                    new InProcessBusHub(System::nanoTime).connect()).with(
                            new WriteBehindPorts(journal, scheduler,
                                    SETTINGS)),
                    new NodeRuntime(System::nanoTime, InstantSource.system(), new BlockingWaiter(),
                            new SecureRandom(), loads),
                    new Origin("stress", 1), namespace -> NamespacePolicy.DEFAULT);
            Cache<String> rows = node.caches().declare(CacheDefinition.of("rows", String.class).withSource(source));
            node.start();
            node.pulse();
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                all.add(writers.submit(() -> write(rows, "row" + number, new SplittableRandom(number))));
            }
            for (Future<?> one : all) {
                one.get(30, TimeUnit.SECONDS);
            }
            WriteBehindService behind = node.writeBehind().orElseThrow();
            assertThat(behind.stop(Duration.ofSeconds(30)).pending()).isZero();
        }
        for (int writer = 0; writer < WRITERS; writer++) {
            String key = "row" + writer + "=";
            assertThat(source.log().stream().filter(row -> row.startsWith(key)).map(row -> Integer.valueOf(row
                    .substring(key.length()))).toList()).as(key).isSorted().doesNotHaveDuplicates().endsWith(WRITES);
        }
    }

    private static void write(Cache<String> rows, String row, SplittableRandom random) {
        for (int i = 1; i <= WRITES; i++) {
            Durability durability = List.of(Durability.values()).get(random.nextInt(3));
            rows.put(row, String.valueOf(i), WriteOptions.NONE.delivered(Delivery.of(durability)));
            if (random.nextInt(4) == 0) {
                rows.invalidate(row);
            }
            assertThat(rows.get(row).value()).as("own write %d, %s", i, durability).contains(String.valueOf(i));
        }
    }
}
