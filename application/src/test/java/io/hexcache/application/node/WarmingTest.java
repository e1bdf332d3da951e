package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.BulkSource;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.ReadOptions;
import io.hexcache.domain.warming.KeySource;
import io.hexcache.domain.warming.KeySources;
import io.hexcache.domain.warming.WarmingMode;
import io.hexcache.domain.warming.WarmingOptions;
import io.hexcache.domain.warming.WarmingPlan;
import io.hexcache.domain.warming.WarmingProgress;
import io.hexcache.domain.warming.WarmingState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarmingTest {

    private static final KeySource ABC = KeySources.critical(List.of("a", "b", "c"));

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final MapSource source = new MapSource();
    private final CacheDefinition<String> definition = CacheDefinition.of("rows", String.class).withSource(source);
    private final Cache<String> rows = node.caches.declare(definition);
    private final Cache<String> words = node.caches.declare(CacheDefinition.of("words", String.class));
    private final Services services = new Services(cluster, node);

    private WarmingProgress warm(WarmingPlan plan) {
        services.warming.define(plan);
        return services.warming.warm(plan.name());
    }

    @Test
    void fromTheSource_everyNodeFindsThemCached() {
        List.of("a", "b").forEach(id -> source.store(id, "row " + id));

        WarmingProgress result = warm(WarmingPlan.of("rows", rows, ABC).with(WarmingOptions.DEFAULT.inForeground()));

        assertThat(result.state()).isEqualTo(WarmingState.DONE);
        assertThat(result.warmed()).isEqualTo(3);
        Cache<String> other = cluster.node().caches.declare(definition);
        assertThat(((Lookup.Hit<String>) other.peek("a")).tier()).isEqualTo(Tier.L2);
        assertThat(other.peek("c")).isEqualTo(new Lookup.Absent<String>(Tier.L2));
        assertThat(source.loads()).isEqualTo(3);
    }

    @Test
    void onlyIfMissing_skipsWhatIsCached_absencesToo() {
        source.store("a", "row");
        rows.get("a");
        rows.get("b");

        WarmingProgress result = warm(WarmingPlan.of("rows", rows, ABC));

        assertThat(services.warming.run(result.id()).orElseThrow().skipped()).isEqualTo(2);
        assertThat(services.warming.run(result.id()).orElseThrow().warmed()).isEqualTo(1);
        assertThat(source.loads()).isEqualTo(3);
    }

    @Test
    void force_loadsAnewWhatIsCached() {
        source.store("a", "old");
        rows.get("a");
        source.store("a", "changed behind the cache");

        WarmingProgress result = warm(WarmingPlan.of("rows", rows, ABC).with(WarmingOptions.DEFAULT.with(
                WarmingMode.FORCE).inForeground()));

        assertThat(result.warmed()).isEqualTo(3);
        assertThat(rows.peek("a").value()).contains("changed behind the cache");
    }

    @Test
    void byLoader_cachesWhatItFindsAndThatItFindsNothing() {
        WarmingProgress result = warm(WarmingPlan.of("words", words, ABC, id -> id.equals("c") ? Optional.empty()
                : Optional.of("word " + id)).with(WarmingOptions.DEFAULT.inForeground()));

        assertThat(result.warmed()).isEqualTo(3);
        assertThat(words.peek("b").value()).contains("word b");
        assertThat(words.peek("c")).isEqualTo(new Lookup.Absent<String>(Tier.L1));
    }

    @Test
    void byLoader_thatFailsForOneKey_warmsTheOthers() {
        WarmingProgress result = warm(WarmingPlan.of("words", words, ABC, id -> {
            if (id.equals("b")) {
                throw new IllegalStateException("no b");
            }
            return Optional.of(id);
        }).with(WarmingOptions.DEFAULT.inForeground()));

        assertThat(result.warmed()).isEqualTo(2);
        assertThat(result.firstFailures()).containsExactly(new WarmingProgress.Failure("b",
                "java.lang.IllegalStateException: no b"));
        assertThat(words.peek("b")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void illegalKey_failsOnlyItself() {
        WarmingProgress result = warm(WarmingPlan.of("rows", rows, KeySources.critical(List.of("a", " ", "b"))).with(
                WarmingOptions.DEFAULT.inForeground()));

        assertThat(result.warmed()).isEqualTo(2);
        assertThat(result.failed()).isEqualTo(1);
    }

    @Test
    void invalidatedWhileItIsLoaded_isNotLeftCached() {
        WarmingProgress result = warm(WarmingPlan.of("words", words, KeySources.critical(List.of("a")), id -> {
            cluster.node().caches.declare(CacheDefinition.of("words", String.class)).invalidate(id);
            return Optional.of("older than the invalidation");
        }).with(WarmingOptions.DEFAULT.inForeground()));

        assertThat(result.failed()).isZero();
        assertThat(words.peek("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void manyKeys_areWarmedInBatches() {
        KeySource many = () -> IntStream.range(0, 500).mapToObj(i -> "row-" + i);

        assertThat(warm(WarmingPlan.of("rows", rows, many).with(WarmingOptions.DEFAULT.inForeground())).warmed())
                .isEqualTo(500);
        assertThat(rows.peek("row-499")).isInstanceOf(Lookup.Absent.class);
    }

    @Test
    void storeIsAway_theSourceIsStillReadAndNothingFails() {
        source.store("a", "row");
        node.store.goAway();

        WarmingProgress result = warm(WarmingPlan.of("rows", rows, ABC).with(WarmingOptions.DEFAULT.inForeground()));

        assertThat(result.state()).isEqualTo(WarmingState.DONE);
        assertThat(source.loads()).isEqualTo(3);
        cluster.clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void noLoaderAndNoSource_isRefused() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> WarmingPlan.of("words", words,
                ABC)).withMessageContaining("loader");
    }

    @Test
    void onlyIfMissing_looksForABatchInOneRoundTrip() {
        KeySource hundred = () -> IntStream.range(0, 100).mapToObj(i -> "row-" + i);
        Cache<String> other = cluster.node().caches.declare(definition);
        hundred.identifiers().forEach(other::get);
        int calls = node.store.calls();

        WarmingProgress result = warm(WarmingPlan.of("rows", rows, hundred).with(WarmingOptions.DEFAULT
                .inForeground()));

        assertThat(result.skipped()).isEqualTo(100);
        assertThat(node.store.calls() - calls).as("two batches of 50").isEqualTo(2);
    }

    @Test
    void sourceThatReadsManyAtOnce_isAskedOncePerBatch() {
        List<Set<String>> asked = new ArrayList<>();
        BulkSource<String> bulk = new BulkSource<>() {
            @Override
            public Map<String, String> loadAll(Set<String> identifiers) {
                asked.add(identifiers);
                return Map.of("a", "A");
            }

            @Override
            public Optional<String> load(String identifier) {
                throw new IllegalStateException("was to be asked for many");
            }
        };
        Cache<String> many = node.caches.declare(CacheDefinition.of("many", String.class).withSource(bulk));

        WarmingProgress result = warm(WarmingPlan.of("many", many, ABC).with(WarmingOptions.DEFAULT.inForeground()));

        assertThat(result.warmed()).isEqualTo(3);
        assertThat(asked).containsExactly(Set.of("a", "b", "c"));
        assertThat(many.peek("a").value()).contains("A");
    }

    @Test
    void planWithATtl_isHowLongItsValuesLive() {
        Duration ttl = NamespacePolicy.DEFAULT.ttls().ttl();
        ReadOptions longer = ReadOptions.NONE.withTtl(ttl.multipliedBy(3));
        source.store("a", "row");

        warm(WarmingPlan.of("rows", rows, ABC, longer).with(WarmingOptions.DEFAULT.inForeground()));
        warm(WarmingPlan.of("words", words, ABC, Optional::of, longer).with(WarmingOptions.DEFAULT.inForeground()));

        cluster.clock.advance(ttl.multipliedBy(2));
        assertThat(rows.peek("a").value()).contains("row");
        assertThat(words.peek("a").value()).contains("a");
    }
}
