package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.Cache;
import io.hexcache.domain.coherence.LocalTrust;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.load.LoadLimits;
import io.hexcache.domain.policy.FreshnessPolicy;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.ReadOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What readers get while L2, the bus or the source does not answer. */
class DegradedReadsTest {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Tag COLOUR = new Tag("colour");
    private static final CacheDefinition<String> ROWS = CacheDefinition.of("rows", String.class).withTags(
            value -> Set.of(COLOUR));
    private static final NamespacePolicy STALE = NamespacePolicy.DEFAULT.with(new FreshnessPolicy(
            new RefreshMode.None(), BOUND));

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node(STALE);
    private final Node other = cluster.node(STALE);
    private final Cache<String> rows = node.caches.declare(ROWS);
    private final Cache<String> rowsOfOther = other.caches.declare(ROWS);
    private final AtomicInteger loads = new AtomicInteger();

    private final Function<String, String> failing = id -> {
        loads.incrementAndGet();
        throw new IllegalStateException("the source is away");
    };

    private String loaded(String id) {
        loads.incrementAndGet();
        return "loaded " + id;
    }

    private Lookup<String> read(Cache<String> cache) {
        return cache.findOrLoad("a", id -> Optional.of(loaded(id)), ReadOptions.NONE);
    }

    private static void assertStale(Lookup<String> found, String value) {
        assertThat(found).isInstanceOfSatisfying(Lookup.Hit.class, hit -> {
            assertThat(hit.found()).isEqualTo(value);
            assertThat(hit.freshness()).isEqualTo(Freshness.STALE);
            assertThat(hit.tier()).isEqualTo(Tier.L1);
        });
    }

    /** Redis is gone: nothing answers, and the subscription has broken. */
    private void outage() {
        node.store.goAway();
        node.bus.cut();
    }

    private void longOutage() {
        outage();
        cluster.clock.advance(LocalTrust.UNTRUSTED_BOUND.plusMillis(1));
    }

    @Test
    void whileL2AndBusAreAway_aCopyIsServedStaleWithinTheBound_andTheSourceIsSpared() {
        rows.put("a", "kept");
        longOutage();

        assertStale(read(rows), "kept");
        assertThat(rows.getOrLoad("a", this::loaded)).isEqualTo("kept");
        assertStale(rows.get("a"), "kept");
        Map<String, Lookup<String>> both = rows.getAllOrLoad(List.of("b", "a"), ids -> ids.stream().collect(Collectors
                .toMap(id -> id, this::loaded)));
        assertThat(both.keySet()).containsExactly("b", "a");
        assertStale(both.get("a"), "kept");
        assertThat(both.get("b").value()).contains("loaded b");
        assertThat(loads).hasValue(1);
        assertThat(node.count("rows", CacheEvent.STALE_SERVED)).isEqualTo(4);

        cluster.clock.advance(BOUND);
        assertThat(read(rows).value()).contains("loaded a");
    }

    @Test
    void reader_whoAcceptsNothingStale_getsTheSource() {
        rows.put("a", "kept");
        longOutage();
        assertThat(rows.getOrLoad("a", this::loaded, ReadOptions.NONE.orStaleFor(Duration.ZERO))).isEqualTo("loaded a");
        assertThat(rows.getOrLoad("a", this::loaded, ReadOptions.NONE.bypassingL1())).isEqualTo("loaded a");
        assertThat(rows.getOrLoad("a", this::loaded, ReadOptions.NONE.refreshing())).isEqualTo("loaded a");
    }

    @Test
    void whileOnlyTheBusIsAway_L2Answers() {
        rows.put("a", "old");
        node.bus.cut();
        rowsOfOther.put("a", "new");
        cluster.clock.advance(LocalTrust.UNTRUSTED_BOUND.plusMillis(1));
        assertThat(read(rows)).isInstanceOfSatisfying(Lookup.Hit.class, hit -> {
            assertThat(hit.found()).isEqualTo("new");
            assertThat(hit.freshness()).isEqualTo(Freshness.FRESH);
        });
        assertThat(loads).hasValue(0);
    }

    @Test
    void ownInvalidation_inAnyForm_endsACopyThatWasServedStale() {
        List<Runnable> changes = List.of(() -> rows.invalidate("a"), () -> node.caches.invalidate(
                new KeySelection.Tagged(Set.of(COLOUR))), () -> node.caches.clear(rows.key("a").namespace()),
                () -> node.caches.invalidate(new KeySelection.Within(rows.key("a").namespace())));
        for (Runnable change : changes) {
            rows.put("a", "kept");
            longOutage();
            assertStale(rows.get("a"), "kept");

            change.run();

            assertThat(rows.get("a").value()).isNotEqualTo(Optional.of("kept"));
            assertThat(read(rows).value()).contains("loaded a");
            node.store.comeBack();
            node.bus.join();
            node.invalidation.repeatDeferred();
            cluster.clock.advance(Duration.ofSeconds(1));
            assertThat(rows.get("a").value()).isNotEqualTo(Optional.of("kept"));
        }
    }

    @Test
    void invalidationWhileAReaderAsksL2InVain_endsTheCopy() {
        rows.put("a", "kept");
        longOutage();
        node.store.beforeNextCall(() -> rows.invalidate("a"));
        assertThat(read(rows).value()).contains("loaded a");
    }

    @Test
    void trustRegained_dropsTheCopyThatAnotherNodeHasChangedUnheard() {
        rows.put("a", "old");
        longOutage();
        rowsOfOther.put("a", "new");
        assertStale(read(rows), "old");
        node.store.comeBack();
        node.bus.join();
        node.node.pulse();
        assertThat(read(rows).value()).contains("new");
    }

    @Test
    void derivedOfACopyThatWasServedStale_isNotStored() {
        rows.put("a", "kept");
        longOutage();
        Cache<String> derived = node.caches.declare(CacheDefinition.of("derived", String.class));
        assertThat(derived.getOrLoad("d", id -> {
            String made = "of " + rows.getOrLoad("a", this::loaded);
            node.store.comeBack();
            return made;
        })).isEqualTo("of kept");
        assertThat(derived.get("d")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void sourceThatFails_isAskedOnceASecondByReadersWhoHaveSomethingExpired() {
        rows.put("a", "last");
        cluster.clock.advance(NamespacePolicy.DEFAULT.ttls().ttl().minus(Duration.ofSeconds(10)));
        rows.get("a");
        cluster.clock.advance(Duration.ofSeconds(10));
        for (int i = 0; i < 5; i++) {
            assertThat(rows.getOrLoad("a", failing)).isEqualTo("last");
        }
        assertThat(loads).hasValue(1);
        assertStale(rows.getAllOrLoad(List.of("a"), ids -> Map.of("a", failing.apply("a"))).get("a"), "last");
        assertThat(loads).hasValue(1);

        cluster.clock.advance(Duration.ofSeconds(1));
        assertThat(rows.getOrLoad("a", failing)).isEqualTo("last");
        assertThat(loads).hasValue(2);
        cluster.clock.advance(Duration.ofSeconds(1));
        assertThat(rows.getOrLoad("a", this::loaded)).isEqualTo("loaded a");
    }

    @Test
    void sourceThatFails_invalidatedMeanwhile_isAskedAtOnceAndItsErrorReachesTheReader() {
        rows.put("a", "last");
        cluster.clock.advance(NamespacePolicy.DEFAULT.ttls().ttl().minus(Duration.ofSeconds(10)));
        rows.get("a");
        cluster.clock.advance(Duration.ofSeconds(10));
        assertThat(rows.getOrLoad("a", failing)).isEqualTo("last");
        rows.invalidate("a");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> rows.getOrLoad("a", failing));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> rows.getOrLoad("a", failing));
        assertThat(loads).hasValue(3);
    }

    @Test
    void loadsBeyondTheLimit_areRefusedAtOnce_andCounted_butNotThoseWithinALoad() {
        Cache<String> bounded = cluster.node(NamespacePolicy.DEFAULT, new LoadLimits(1, 1_000)).caches.declare(
                CacheDefinition.of("bounded", String.class));
        assertThat(bounded.getOrLoad("outer", outer -> "outer of " + bounded.getOrLoad("inner", inner -> "inner")))
                .isEqualTo("outer of inner");
    }

    @Test
    void loadsWhileL2IsAway_areBoundInEachSecond() {
        Node bounded = cluster.node(STALE, new LoadLimits(100, 3));
        Cache<String> cache = bounded.caches.declare(ROWS);
        bounded.store.goAway();
        for (int i = 0; i < 3; i++) {
            cache.getOrLoad("k" + i, this::loaded);
        }
        assertThatExceptionOfType(CacheOverloadException.class).isThrownBy(() -> cache.getOrLoad("k3", this::loaded));
        assertThatExceptionOfType(CacheOverloadException.class).isThrownBy(() -> cache.getAllOrLoad(List.of("k4", "k5"),
                ids -> Map.of()));
        assertThat(loads).hasValue(3);
        assertThat(bounded.count("rows", CacheEvent.LOAD_REFUSED)).isEqualTo(3);
        assertThat(bounded.count("rows", CacheEvent.LOAD_FAILURE)).isZero();

        bounded.store.comeBack();
        assertThat(cache.getOrLoad("k3", this::loaded)).isEqualTo("loaded k3");
    }
}
