package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.application.management.CacheManagementService;
import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.management.ManagementResult;
import io.hexcache.domain.Cache;
import io.hexcache.domain.hotkey.HotKey;
import io.hexcache.domain.hotkey.HotKeys;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.FreshnessPolicy;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.policy.TtlPolicy;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.CacheDefinition;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Keys that are read often: who they are, and that they are loaded again before others are. */
class HotKeysTest {

    private static final Namespace ROWS = new Namespace("rows");

    private static final Duration TTL = Duration.ofSeconds(200);

    private final Cluster cluster = new Cluster();
    private final MapSource source = new MapSource();

    private Node node(RefreshMode mode) {
        return cluster.node(NamespacePolicy.DEFAULT.with(TtlPolicy.of(TTL, TTL)).with(new FreshnessPolicy(mode,
                Duration.ZERO)));
    }

    private Cache<String> rows(Node node) {
        IntStream.range(0, 10).forEach(i -> source.store("row-" + i, "value"));
        return node.caches.declare(CacheDefinition.of(ROWS.name(), String.class).withSource(source));
    }

    private static void read(Cache<String> cache, String identifier, int times) {
        IntStream.range(0, times).forEach(i -> cache.get(identifier));
    }

    private static HotKeys hottest(Node node, int most) {
        return node.caches.find(ROWS).orElseThrow().insight().hotKeys().apply(most);
    }

    private ManagementResult ask(Node node, ManagementCommand command) {
        return new CacheManagementService(node.caches, List.of(), node.policies, cluster.clock, Services.of(cluster,
                node)).execute(command);
    }

    @Test
    void readsThatL1Answers_makeKeysHot_theHottestFirst() {
        Node node = node(new RefreshMode.None());
        Cache<String> rows = rows(node);
        read(rows, "row-1", 99);
        assertThat(hottest(node, 10).keys()).isEmpty();

        read(rows, "row-2", 500);
        read(rows, "row-3", 300);

        assertThat(hottest(node, 10).keys()).extracting(HotKey::identifier).containsExactly("row-2", "row-3");
        assertThat(hottest(node, 10).keys()).extracting(HotKey::reads).containsExactly(500L, 300L);
        assertThat(hottest(node, 1).keys()).hasSize(1);
    }

    @Test
    void showHotKeys_answersTheHottest_andRefusesWhatItCannotShow() {
        Node node = node(new RefreshMode.None());
        read(rows(node), "row-2", 500);

        assertThat(ask(node, new ManagementCommand.ShowHotKeys(ROWS, 5))).isEqualTo(
                new ManagementResult.Hottest(ROWS, hottest(node, 5)));
        assertThat(ask(node, new ManagementCommand.ShowHotKeys(ROWS, 0))).isInstanceOfSatisfying(
                ManagementResult.Refused.class, refused -> assertThat(refused.detail()).isEqualTo(
                        "most is 0; it must be 1 to 1000"));
        assertThat(ask(node, new ManagementCommand.ShowHotKeys(new Namespace("nobody"), 5))).isInstanceOf(
                ManagementResult.Refused.class);
    }

    @Test
    void hotKey_shortlyBeforeOthersAreRefreshed_isLoadedAgainByOneOfItsReaders() {
        Node node = node(new RefreshMode.Ahead(0.1));
        Cache<String> rows = rows(node);
        IntStream.range(0, 10).forEach(i -> read(rows, "row-" + i, 1));
        // More than 20 % is left: too early for everybody.
        cluster.clock.advance(TTL.multipliedBy(79).dividedBy(100));
        read(rows, "row-0", 1_000);
        assertThat(node.count(ROWS.name(), CacheEvent.REFRESH)).isZero();

        // 11 % is left: by now 9 of 10 keys are in their window, were they hot.
        cluster.clock.advance(TTL.multipliedBy(10).dividedBy(100));
        read(rows, "row-0", 1_000);
        assertThat(node.count(ROWS.name(), CacheEvent.REFRESH)).isEqualTo(1);
        IntStream.range(1, 10).forEach(i -> read(rows, "row-" + i, 90));
        assertThat(node.count(ROWS.name(), CacheEvent.REFRESH)).as("cold keys wait for 10 %").isEqualTo(1);
    }

    @Test
    void hotKey_whereNothingIsRefreshed_isNotRefreshedEither() {
        Node node = node(new RefreshMode.None());
        Cache<String> rows = rows(node);
        read(rows, "row-0", 1);
        cluster.clock.advance(TTL.minusMillis(1));
        read(rows, "row-0", 1_000);
        assertThat(source.loads()).isEqualTo(1);
    }
}
