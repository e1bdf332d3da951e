package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.Cache;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.NodePorts;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.time.BlockingWaiter;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.infrastructure.jackson.JacksonValueCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches and single reads of one node that run at the same time, in threads of their own. */
class BatchCoalescingTest {

    private final Cluster cluster = new Cluster();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ObservedStore store = new ObservedStore(cluster.memory.store());
    private final CacheNode node = new CacheNode(new NodePorts(cluster.memory.localCaches(), new RemotePorts(store,
            cluster.tagIndex, new JacksonValueCodec()), cluster.memory.stampRegister(), cluster.hub.connect()),
            new NodeRuntime(cluster.clock, cluster.clock, new BlockingWaiter(), new SplittableRandom(1), threads),
            new Origin("threads", 1), namespace -> NamespacePolicy.DEFAULT);
    private final Cache<String> words = node.caches().declare(CacheDefinition.of("words", String.class));
    private final CompletableFuture<Boolean> loading = new CompletableFuture<>();
    private final CompletableFuture<Boolean> goOn = new CompletableFuture<>();

    @BeforeEach
    void start() {
        node.start();
        node.pulse();
    }

    @AfterEach
    void stop() {
        goOn.complete(true);
        threads.close();
    }

    private CompletableFuture<Map<String, Lookup<String>>> batch(List<String> identifiers,
            Function<Set<String>, Map<String, String>> loader) {
        return CompletableFuture.supplyAsync(() -> words.getAllOrLoad(identifiers, loader), threads);
    }

    private Map<String, String> slow(Set<String> identifiers) {
        loading.complete(true);
        goOn.orTimeout(20, TimeUnit.SECONDS).join();
        return all(identifiers, "slow");
    }

    private static Map<String, String> all(Set<String> identifiers, String value) {
        return identifiers.stream().collect(Collectors.toMap(Function.identity(), id -> value));
    }

    private void awaitJoiners(int joiners) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> node.caches().all().iterator().next().statistics()
                .of(CacheEvent.COALESCED) == joiners);
    }

    @Test
    void singleRead_ofAKeyThatABatchLoads_joinsIt() {
        CompletableFuture<Map<String, Lookup<String>>> first = batch(List.of("a", "b"), this::slow);
        loading.orTimeout(20, TimeUnit.SECONDS).join();
        CompletableFuture<String> single = CompletableFuture.supplyAsync(() -> words.getOrLoad("b", id -> "own"),
                threads);
        awaitJoiners(1);
        goOn.complete(true);
        assertThat(single).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("slow");
        assertThat(first).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void batch_loadsAndStoresItsOwnKeys_whileItWaitsForThoseOfAnother() {
        CompletableFuture<Map<String, Lookup<String>>> first = batch(List.of("a", "b"), this::slow);
        loading.orTimeout(20, TimeUnit.SECONDS).join();
        CompletableFuture<Map<String, Lookup<String>>> second = batch(List.of("b", "c"), ids -> all(ids, "quick"));
        awaitJoiners(1);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> words.peek("c").value().isPresent());
        assertThat(second).isNotDone();
        goOn.complete(true);
        assertThat(second).succeedsWithin(Duration.ofSeconds(20)).satisfies(found -> assertThat(found.values().stream()
                .map(lookup -> lookup.value().orElseThrow())).containsExactly("slow", "quick"));
        assertThat(first).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void change_whileABatchLoads_detachesItsKey_andTheNextReadLoadsAnew() {
        CompletableFuture<Map<String, Lookup<String>>> first = batch(List.of("a", "b"), this::slow);
        loading.orTimeout(20, TimeUnit.SECONDS).join();
        words.invalidate("a");
        assertThat(words.getOrLoad("a", id -> "new")).isEqualTo("new");
        goOn.complete(true);
        assertThat(first).succeedsWithin(Duration.ofSeconds(20));
        assertThat(words.get("a").value()).contains("new");
        assertThat(words.get("b").value()).contains("slow");
    }

    @Test
    void manyBatches_thatShareKeysInAnyOrder_allEnd() {
        List<String> upwards = List.of("a", "b", "c", "d");
        List<CompletableFuture<Map<String, Lookup<String>>>> batches = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            List<String> some = i % 2 == 0 ? upwards : upwards.reversed();
            batches.add(batch(some.subList(i % 3, 4), ids -> all(ids, "value")));
            if (i % 7 == 0) {
                words.invalidate("b");
            }
        }
        batches.forEach(batch -> assertThat(batch).succeedsWithin(Duration.ofSeconds(20)).satisfies(
                found -> assertThat(found.values()).allMatch(lookup -> lookup.value().isPresent())));
    }
}
