package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.policy.FreshnessPolicy;
import io.hexcache.domain.policy.LoadPolicy;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.scope.RequestScope;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.ReadOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a single read may say differently from its namespace, and what it may not get out of. */
class ReadOptionsTest {

    private static final ReadOptions BYPASSING = ReadOptions.NONE.bypassingL1();
    private static final ReadOptions REFRESHING = ReadOptions.NONE.refreshing();
    private static final CacheDefinition<String> WORDS = CacheDefinition.of("words", String.class);
    private static final Duration TTL = NamespacePolicy.DEFAULT.ttls().ttl();

    /** Its readers give up while the lease of their load still lives. */
    private static final NamespacePolicy IMPATIENT = NamespacePolicy.DEFAULT.with(new LoadPolicy(Duration.ofSeconds(1),
            Duration.ofSeconds(2), LoadPolicy.WhenAway.WRITE_ANYWAY));

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node otherNode = cluster.node();
    private final MapSource source = new MapSource();
    private final CacheDefinition<String> definition = CacheDefinition.of("rows", String.class).withSource(source);
    private final Cache<String> rows = node.caches.declare(definition);
    private final Cache<String> otherRows = otherNode.caches.declare(definition);

    private static Tier tier(Lookup<String> lookup) {
        return ((Lookup.Hit<String>) lookup).tier();
    }

    private static Freshness freshness(Lookup<String> lookup) {
        return ((Lookup.Hit<String>) lookup).freshness();
    }

    private static Cache<String> staleFor(Cluster cluster, CacheDefinition<String> definition, Duration maxStale) {
        return cluster.node(NamespacePolicy.DEFAULT.with(new FreshnessPolicy(new RefreshMode.None(), maxStale))).caches
                .declare(definition);
    }

    @Test
    void none_isAPlainRead() {
        source.store("a", "row");
        assertThat(tier(rows.get("a", ReadOptions.NONE))).isEqualTo(Tier.SOURCE);
        assertThat(tier(rows.get("a", ReadOptions.NONE))).isEqualTo(Tier.L1);
        Cache<String> words = node.caches.declare(WORDS);
        assertThat(words.getOrLoad("b", id -> "word", ReadOptions.NONE)).isEqualTo("word");
        assertThat(words.findOrLoad("b", id -> Optional.empty(), ReadOptions.NONE).value()).contains("word");
        assertThat(words.get("c", ReadOptions.NONE)).isInstanceOf(Lookup.Miss.class);
    }

    @Test
    void bypassing_asksL2AlthoughL1HoldsACopy() {
        source.store("a", "row");
        rows.get("a");
        assertThat(tier(rows.get("a", BYPASSING))).isEqualTo(Tier.L2);
        assertThat(tier(rows.get("a"))).isEqualTo(Tier.L1);
        assertThat(source.loads()).isEqualTo(1);
        Cache<String> words = node.caches.declare(WORDS);
        words.put("b", "word");
        assertThat(tier(words.get("b", BYPASSING))).isEqualTo(Tier.L2);
    }

    @Test
    void withoutPromotion_leavesNoCopyOfWhatItFindsOrLoads() {
        source.store("a", "row");
        assertThat(tier(rows.get("a", ReadOptions.NONE.withoutPromotion()))).isEqualTo(Tier.SOURCE);
        assertThat(tier(rows.get("a", ReadOptions.NONE.withoutPromotion()))).isEqualTo(Tier.L2);
        assertThat(tier(rows.get("a"))).isEqualTo(Tier.L2);
        assertThat(tier(rows.get("a"))).isEqualTo(Tier.L1);
        Cache<String> words = node.caches.declare(WORDS);
        otherNode.caches.declare(WORDS).put("b", "word");
        assertThat(tier(words.get("b", ReadOptions.NONE.withoutPromotion()))).isEqualTo(Tier.L2);
        assertThat(tier(words.get("b"))).isEqualTo(Tier.L2);
    }

    @Test
    void refreshing_loadsAlthoughBothTiersHoldItAndStoresItInBoth() {
        source.store("a", "old");
        rows.get("a");
        source.store("a", "changed behind the cache");
        assertThat(rows.get("a", REFRESHING).value()).contains("changed behind the cache");
        assertThat(rows.get("a").value()).contains("changed behind the cache");
        assertThat(tier(rows.get("a"))).isEqualTo(Tier.L1);
        assertThat(otherRows.get("a").value()).contains("changed behind the cache");
        assertThat(source.loads()).isEqualTo(2);
    }

    @Test
    void refreshing_withoutPromotion_dropsTheOlderCopy() {
        source.store("a", "old");
        rows.get("a");
        source.store("a", "new");
        rows.get("a", REFRESHING.withoutPromotion());
        assertThat(rows.get("a").value()).contains("new");
    }

    @Test
    void refreshing_byLoader_replacesWhatIsThere() {
        Cache<String> words = node.caches.declare(WORDS);
        words.put("a", "old");
        assertThat(words.getOrLoad("a", id -> "new", REFRESHING)).isEqualTo("new");
        assertThat(words.get("a").value()).contains("new");
        assertThat(words.findOrLoad("a", id -> Optional.empty(), REFRESHING)).isInstanceOf(Lookup.Absent.class);
        assertThat(words.get("a")).isInstanceOf(Lookup.Absent.class);
    }

    @Test
    void refreshing_withNothingToLoadFrom_isRefused() {
        Cache<String> words = node.caches.declare(WORDS);
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> words.get("a", REFRESHING))
                .withMessageContaining("words:a:v0").withMessageContaining("loader");
    }

    @Test
    void refreshing_thatFails_leavesWhatIsThereAndThrows() {
        source.store("a", "old");
        rows.get("a");
        source.failLoads(true);
        assertThatThrownBy(() -> rows.get("a", REFRESHING)).hasMessage("the source is down");
        assertThat(tier(rows.get("a"))).isEqualTo(Tier.L1);
        source.failLoads(false);
        source.store("a", "new");
        assertThat(rows.get("a", REFRESHING).value()).as("its lease was given back").contains("new");
        assertThat(otherRows.get("a").value()).contains("new");
    }

    @Test
    void refreshing_overtakenByAWrite_storesNothing() {
        source.store("a", "old");
        rows.get("a");
        source.duringNextLoad(() -> otherRows.put("a", "written"));
        assertThat(rows.get("a", REFRESHING).value()).contains("old");
        assertThat(rows.get("a").value()).contains("written");
        assertThat(otherRows.get("a").value()).contains("written");
    }

    @Test
    void refreshing_overtakenByAnInvalidation_storesNothing() {
        source.store("a", "old");
        rows.get("a");
        source.duringNextLoad(() -> {
            source.store("a", "new");
            rows.invalidate("a");
        });
        rows.get("a", REFRESHING.alone());
        assertThat(rows.get("a").value()).contains("new");
    }

    /** Runs an action the first time that it is run. */
    private static final class Once implements Runnable {

        private Optional<Runnable> action;

        Once(Runnable action) {
            this.action = Optional.of(action);
        }

        @Override
        public void run() {
            Optional<Runnable> due = action;
            action = Optional.empty();
            due.ifPresent(Runnable::run);
        }
    }

    @Test
    void refreshing_ofTheSameKeyTwiceAtOnce_loadsOnceUnlessAlone() {
        LaterExecutor later = new LaterExecutor();
        Node slow = cluster.node(NamespacePolicy.DEFAULT, later);
        Cache<String> cache = slow.caches.declare(definition);
        source.store("a", "row");
        rows.get("a");
        List<Optional<String>> found = new ArrayList<>();
        cluster.clock.onStep(new Once(() -> {
            cluster.clock.onStep(new Once(later::runAll));
            found.add(cache.get("a", REFRESHING).value());
        }));
        found.add(cache.get("a", REFRESHING).value());
        assertThat(found).containsExactly(Optional.of("row"), Optional.of("row"));
        assertThat(slow.count("rows", CacheEvent.COALESCED)).isEqualTo(1);
        assertThat(source.loads()).isEqualTo(2);
    }

    @Test
    void refreshing_whileAnotherNodeRefreshes_takesWhatThatLoaded() {
        source.store("a", "old");
        rows.get("a");
        source.store("a", "new");
        LaterExecutor later = new LaterExecutor();
        Cache<String> slow = cluster.node(IMPATIENT, later).caches.declare(definition);
        assertThatThrownBy(() -> slow.get("a", REFRESHING)).isInstanceOf(CacheTimeoutException.class);
        cluster.clock.onStep(new Once(later::runAll));
        assertThat(rows.get("a", REFRESHING).value()).contains("new");
        assertThat(source.loads()).as("the first load, and one refresh").isEqualTo(2);
    }

    @Test
    void refreshingAlone_whileAnotherNodeRefreshes_waitsForItsLeaseAndLoadsItself() {
        source.store("a", "old");
        rows.get("a");
        LaterExecutor later = new LaterExecutor();
        Cache<String> slow = cluster.node(IMPATIENT, later).caches.declare(definition);
        assertThatThrownBy(() -> slow.get("a", REFRESHING)).isInstanceOf(CacheTimeoutException.class);
        cluster.clock.onStep(new Once(later::runAll));
        rows.get("a", REFRESHING.alone());
        assertThat(source.loads()).as("the first load, and two refreshes").isEqualTo(3);
    }

    @Test
    void alone_doesNotJoinTheLoadUnderWay_butWaitsForItsLease() {
        LaterExecutor later = new LaterExecutor();
        Node slow = cluster.node(IMPATIENT, later);
        Cache<String> words = slow.caches.declare(WORDS);
        assertThatThrownBy(() -> words.getOrLoad("a", id -> "first")).isInstanceOf(CacheTimeoutException.class);
        cluster.clock.onStep(new Once(later::runAll));
        assertThat(words.getOrLoad("a", id -> "own", ReadOptions.NONE.alone())).isEqualTo("first");
        assertThat(slow.count("words", CacheEvent.COALESCED)).isZero();
        assertThat(slow.count("words", CacheEvent.LOAD)).isEqualTo(1);
    }

    @Test
    void alone_whoseLoaderAsksForItsOwnKey_isANamedError() {
        Cache<String> words = node.caches.declare(WORDS);
        ReadOptions alone = ReadOptions.NONE.alone();
        assertThatThrownBy(() -> words.getOrLoad("a", id -> words.getOrLoad("a", same -> "inner", alone), alone))
                .isInstanceOf(CacheReadException.class).hasMessageContaining("same key");
        assertThat(words.getOrLoad("a", id -> "value", alone)).isEqualTo("value");
    }

    @Test
    void orStaleFor_isTheBoundOfThisReadWhereTheLoadFails() {
        Cache<String> cache = staleFor(cluster, definition, Duration.ofMinutes(10));
        source.store("a", "old");
        cache.get("a");
        source.failLoads(true);
        cluster.clock.advance(TTL.plusMinutes(5));
        ReadOptions never = ReadOptions.NONE.orStaleFor(Duration.ZERO);
        assertThatThrownBy(() -> cache.get("a", never)).hasMessage("the source is down");
        assertThatThrownBy(() -> cache.get("a", ReadOptions.NONE.orStaleFor(Duration.ofMinutes(4)))).hasMessage(
                "the source is down");
        assertThat(freshness(cache.get("a", ReadOptions.NONE.orStaleFor(Duration.ofMinutes(6))))).isEqualTo(
                Freshness.STALE);
        assertThat(freshness(cache.get("a"))).isEqualTo(Freshness.STALE);
    }

    @Test
    void orStaleFor_longerThanTheEntryAllows_doesNotProlongIt() {
        Cache<String> cache = staleFor(cluster, definition, Duration.ofMinutes(10));
        source.store("a", "old");
        cache.get("a");
        source.failLoads(true);
        ReadOptions aDay = ReadOptions.NONE.orStaleFor(Duration.ofDays(1));
        cluster.clock.advance(TTL.plusMinutes(9));
        assertThat(cache.get("a", aDay).value()).contains("old");
        cluster.clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> cache.get("a", aDay)).hasMessage("the source is down");
    }

    @Test
    void orStaleFor_doesNotServeWhatWasInvalidated() {
        Cache<String> cache = staleFor(cluster, definition, Duration.ofMinutes(10));
        source.store("a", "old");
        cache.get("a");
        otherRows.invalidate("a");
        source.failLoads(true);
        assertThatThrownBy(() -> cache.get("a", REFRESHING.orStaleFor(Duration.ofMinutes(5)))).hasMessage(
                "the source is down");
    }

    @Test
    void refreshing_orStale_answersWhatIsThereMarkedStale() {
        source.store("a", "old");
        rows.get("a");
        source.failLoads(true);
        Lookup<String> found = rows.get("a", REFRESHING.orStaleFor(Duration.ofMinutes(1)));
        assertThat(found.value()).contains("old");
        assertThat(freshness(found)).isEqualTo(Freshness.STALE);
        assertThat(freshness(rows.get("a"))).isEqualTo(Freshness.FRESH);
    }

    @Test
    void withTtl_isHowLongWhatThisReadLoadsLives() {
        source.store("a", "row");
        rows.get("a", ReadOptions.NONE.withTtl(TTL.multipliedBy(3)));
        cluster.clock.advance(TTL.multipliedBy(2));
        assertThat(rows.peek("a").value()).contains("row");
        cluster.clock.advance(TTL);
        assertThat(rows.peek("a")).isInstanceOf(Lookup.Miss.class);
    }

    @Test
    void requestScope_knowsWhatAReadPastItFound() {
        source.store("a", "old");
        RequestScope.run(() -> {
            rows.get("a");
            source.store("a", "new");
            assertThat(rows.get("a", REFRESHING).value()).contains("new");
            assertThat(rows.get("a").value()).contains("new");
        });
    }

    @Test
    void options_thatAreNotLegal_areRefused() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> ReadOptions.NONE.withTtl(
                Duration.ZERO)).withMessageContaining("ttl of a read");
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> ReadOptions.NONE.orStaleFor(
                Duration.ofDays(-1))).withMessageContaining("max-stale");
    }
}
