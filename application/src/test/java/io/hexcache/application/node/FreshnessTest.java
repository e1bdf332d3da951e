package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.FreshnessPolicy;
import io.hexcache.domain.policy.Jitter;
import io.hexcache.domain.policy.LoadPolicy;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.policy.TtlPolicy;
import io.hexcache.domain.policy.TtlRules;
import io.hexcache.domain.policy.XFetch;
import io.hexcache.domain.port.ConditionalSource;
import io.hexcache.domain.port.Loaded;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.CacheDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a value near and after its end, while somebody waits for it, and while nobody does. */
class FreshnessTest {

    private static final Duration TTL = NamespacePolicy.DEFAULT.ttls().ttl();
    private static final Duration MAX_STALE = Duration.ofMinutes(10);

    private final Cluster cluster = new Cluster();
    private final LaterExecutor later = new LaterExecutor();
    private final MapSource source = new MapSource();
    private final CacheDefinition<String> definition = CacheDefinition.of("rows", String.class).withSource(source);

    private static NamespacePolicy refreshing(RefreshMode mode, Duration maxStale) {
        return NamespacePolicy.DEFAULT.with(new FreshnessPolicy(mode, maxStale));
    }

    /** A cache on a node whose loads in the background run when told to, with "old" in it and "new" at the source. */
    private Cache<String> cacheOfOld(NamespacePolicy policy) {
        Cache<String> filling = cluster.node(policy).caches.declare(definition);
        source.store("a", "old");
        filling.get("a");
        Cache<String> cache = cluster.node(policy, later).caches.declare(definition);
        assertThat(cache.get("a").value()).contains("old");
        source.store("a", "new");
        return cache;
    }

    private static Freshness freshness(Lookup<String> lookup) {
        return ((Lookup.Hit<String>) lookup).freshness();
    }

    @Test
    void refreshAhead_answersTheOldValueAndLoadsBehindOnceTheShareIsLeft() {
        Cache<String> cache = cacheOfOld(refreshing(RefreshMode.Ahead.DEFAULT, Duration.ZERO));
        cluster.clock.advance(TTL.multipliedBy(8).dividedBy(10).minusSeconds(1));
        cache.get("a");
        cache.get("a");
        assertThat(later.waiting()).isZero();
        cluster.clock.advance(Duration.ofSeconds(2));
        assertThat(cache.get("a").value()).contains("old");
        assertThat(cache.get("a").value()).contains("old");
        assertThat(later.waiting()).as("one load for both hits").isEqualTo(1);
        later.runAll();
        assertThat(cache.get("a").value()).contains("new");
        assertThat(source.loads()).isEqualTo(2);
    }

    @Test
    void refreshAhead_onTwoNodes_loadsOnce() {
        NamespacePolicy policy = refreshing(RefreshMode.Ahead.DEFAULT, Duration.ZERO);
        Cache<String> one = cacheOfOld(policy);
        Cache<String> two = cluster.node(policy, later).caches.declare(definition);
        cluster.clock.advance(TTL.multipliedBy(9).dividedBy(10));
        for (Cache<String> cache : List.of(one, two, one, two)) {
            cache.get("a");
        }
        assertThat(later.waiting()).isEqualTo(2);
        later.runAll();
        assertThat(source.loads()).as("the first load, and one refresh").isEqualTo(2);
        assertThat(one.get("a").value()).contains("new");
        assertThat(two.get("a").value()).contains("new");
    }

    @Test
    void refresh_whoseLoaderThrows_leavesTheValueAndTriesAgain() {
        Cache<String> cache = cacheOfOld(refreshing(RefreshMode.Ahead.DEFAULT, Duration.ZERO));
        cluster.clock.advance(TTL.multipliedBy(9).dividedBy(10));
        source.failLoads(true);
        cache.get("a");
        cache.get("a");
        later.runAll();
        source.failLoads(false);
        assertThat(cache.get("a").value()).contains("old");
        later.runAll();
        assertThat(cache.get("a").value()).contains("new");
    }

    @Test
    void refreshUnderWay_whileTheValueIsWritten_storesNothing() {
        NamespacePolicy policy = refreshing(RefreshMode.Ahead.DEFAULT, Duration.ZERO);
        Cache<String> cache = cacheOfOld(policy);
        Cache<String> writer = cluster.node(policy).caches.declare(definition);
        cluster.clock.advance(TTL.multipliedBy(9).dividedBy(10));
        cache.get("a");
        cache.get("a");
        source.duringNextLoad(() -> writer.put("a", "written"));
        later.runAll();
        assertThat(cache.get("a").value()).contains("written");
        assertThat(writer.get("a").value()).contains("written");
    }

    @Test
    void xFetch_farFromExpiry_neverRefreshesAndNearItDoes() {
        Cache<String> cache = cluster
                .node(refreshing(new RefreshMode.Probabilistic(XFetch.DEFAULT), Duration.ZERO)).caches
                .declare(definition);
        source.store("a", "old");
        source.duringNextLoad(() -> cluster.clock.jump(Duration.ofSeconds(2)));
        for (int read = 0; read < 1_000; read++) {
            cache.get("a");
        }
        assertThat(source.loads()).isEqualTo(1);
        cluster.clock.advance(TTL.minusSeconds(2));
        int reads = 0;
        while (source.loads() == 1 && reads < 1_000) {
            cache.get("a");
            reads++;
        }
        // With 2 s of load and 2 s left, a read refreshes with a probability of e^-1: 50 reads do not with 1e-10.
        assertThat(reads).isLessThan(50);
    }

    @Test
    void staleWhileRevalidate_answersTheExpiredValueAtOnceAndLoadsBehind() {
        Cache<String> cache = cacheOfOld(refreshing(new RefreshMode.WhileRevalidate(), MAX_STALE));
        cluster.clock.advance(TTL);
        Lookup<String> stale = cache.get("a");
        assertThat(stale.value()).contains("old");
        assertThat(freshness(stale)).isEqualTo(Freshness.STALE);
        assertThat(source.loads()).isEqualTo(1);
        later.runAll();
        assertThat(cache.get("a").value()).contains("new");
        assertThat(freshness(cache.get("a"))).isEqualTo(Freshness.FRESH);
    }

    @Test
    void staleWhileRevalidate_beyondTheBound_waitsForTheLoad() {
        Cache<String> cache = cacheOfOld(refreshing(new RefreshMode.WhileRevalidate(), MAX_STALE));
        cluster.clock.advance(TTL.plus(MAX_STALE));
        cluster.clock.onStep(later::runAll);
        assertThat(cache.get("a").value()).contains("new");
    }

    static Stream<KeySelection> invalidations() {
        return Stream.of(KeySelection.Keys.of(CacheKey.parse("rows:a:v0")),
                new KeySelection.Within(new Namespace("rows")), new KeySelection.Cleared(new Namespace("rows")));
    }

    @ParameterizedTest
    @MethodSource("invalidations")
    void invalidatedValue_isNeverServedStale(KeySelection selection) {
        Cache<String> cache = cacheOfOld(refreshing(new RefreshMode.WhileRevalidate(), MAX_STALE));
        cluster.clock.advance(TTL);
        cluster.node().caches.invalidate(selection);
        source.failLoads(true);
        cluster.clock.onStep(later::runAll);
        assertThatThrownBy(() -> cache.get("a")).hasMessage("the source is down");
    }

    @Test
    void loaderThatFails_whileAnExpiredValueIsAtHand_isAnsweredStale() {
        Cache<String> cache = cacheOfOld(refreshing(new RefreshMode.None(), MAX_STALE));
        cluster.clock.advance(TTL);
        cluster.clock.onStep(later::runAll);
        source.failLoads(true);
        Lookup<String> stale = cache.get("a");
        assertThat(stale.value()).contains("old");
        assertThat(freshness(stale)).isEqualTo(Freshness.STALE);
        source.failLoads(false);
        assertThat(cache.get("a").value()).contains("new");
    }

    @Test
    void expiredValue_whereNoneMayBeStale_isNotKept() {
        Cache<String> cache = cacheOfOld(NamespacePolicy.DEFAULT);
        cluster.clock.advance(TTL);
        cluster.clock.onStep(later::runAll);
        source.failLoads(true);
        assertThatThrownBy(() -> cache.get("a")).hasMessage("the source is down");
    }

    @Test
    void slowLoader_withAnExpiredValueAtHand_isWaitedForOnlySoLong() {
        NamespacePolicy policy = refreshing(new RefreshMode.None(), MAX_STALE).with(new LoadPolicy(Duration.ofMillis(
                200), Duration.ofSeconds(2), LoadPolicy.WhenAway.WRITE_ANYWAY));
        Cache<String> cache = cacheOfOld(policy);
        cluster.clock.advance(TTL);
        long before = cluster.clock.read();
        assertThat(freshness(cache.get("a"))).isEqualTo(Freshness.STALE);
        assertThat(Duration.ofNanos(cluster.clock.read() - before)).isEqualTo(Duration.ofMillis(200));
        later.runAll();
        assertThat(cache.get("a").value()).contains("new");
    }

    @Test
    void loadThatTheNodeDoesNotStart_isANamedErrorAndLeavesNoLease() {
        Cache<String> full = cluster.node(NamespacePolicy.DEFAULT, load -> {
            throw new RejectedExecutionException("no more threads");
        }).caches.declare(CacheDefinition.of("words", String.class));
        assertThatThrownBy(() -> full.getOrLoad("a", id -> "value")).isInstanceOf(CacheOverloadException.class)
                .hasMessageContaining("words:a:v0");
        Cache<String> other = cluster.node().caches.declare(CacheDefinition.of("words", String.class));
        long before = cluster.clock.read();
        assertThat(other.getOrLoad("a", id -> "value")).isEqualTo("value");
        assertThat(cluster.clock.read()).isEqualTo(before);
    }

    @Test
    void loaderThatNeverReturns_costsItsCallersTheHardTimeoutAndFreesTheKey() {
        NamespacePolicy policy = NamespacePolicy.DEFAULT.with(new LoadPolicy(Duration.ofSeconds(1), Duration.ofSeconds(
                2), LoadPolicy.WhenAway.WRITE_ANYWAY));
        Cache<String> cache = cluster.node(policy, later).caches.declare(CacheDefinition.of("words", String.class));
        assertThatThrownBy(() -> cache.getOrLoad("a", id -> "never")).isInstanceOf(CacheTimeoutException.class)
                .hasMessageContaining("words:a:v0").hasMessageContaining("2000 ms");
        assertThatThrownBy(() -> cache.getOrLoad("a", id -> "joins")).isInstanceOf(CacheTimeoutException.class);
        assertThat(later.waiting()).isEqualTo(1);
        cluster.clock.advance(LoadPolicy.LONGEST);
        cluster.clock.onStep(later::runAll);
        assertThat(cache.getOrLoad("a", id -> "second")).isIn("never", "second");
    }

    @Test
    void lateResult_afterItsLeaseHasEnded_isNotStored() {
        Cache<String> cache = cluster.node(NamespacePolicy.DEFAULT, later).caches.declare(CacheDefinition.of("words",
                String.class));
        assertThatThrownBy(() -> cache.getOrLoad("a", id -> "late")).isInstanceOf(CacheTimeoutException.class);
        cluster.clock.advance(Duration.ofMillis(1));
        later.runAll();
        assertThat(cache.get("a")).isInstanceOf(Lookup.Miss.class);
    }

    /** Tells by its validator whether a value has changed. */
    private static final class Documents implements ConditionalSource<String> {

        private final List<Optional<String>> asked = new ArrayList<>();
        private int version = 1;

        @Override
        public Loaded<String> load(String identifier, Optional<String> known, Optional<String> validator) {
            asked.add(validator);
            return validator.equals(Optional.of("etag" + version)) ? new Loaded.Unchanged<>()
                    : new Loaded.Value<>("text" + version, Optional.of("etag" + version), version);
        }
    }

    @Test
    void conditionalSource_isShownWhatTheCacheHasAndRenewsItWithoutSendingIt() {
        Documents documents = new Documents();
        Cache<String> cache = cluster.node(refreshing(RefreshMode.Ahead.DEFAULT, MAX_STALE)).caches.declare(
                CacheDefinition.of("documents", String.class).withSource(documents));
        cache.get("a");
        cluster.clock.advance(TTL.plusSeconds(1));
        assertThat(cache.get("a").value()).contains("text1");
        assertThat(documents.asked).containsExactly(Optional.empty(), Optional.of("etag1"));
        cluster.clock.advance(TTL.dividedBy(2));
        assertThat(freshness(cache.get("a"))).as("its ttl has begun anew").isEqualTo(Freshness.FRESH);
        documents.version = 2;
        cluster.clock.advance(TTL);
        assertThat(cache.get("a").value()).contains("text2");
    }

    @Test
    void unchanged_ofNothingThatWasShown_isANamedError() {
        ConditionalSource<String> wrong = (identifier, known, validator) -> new Loaded.Unchanged<>();
        Cache<String> cache = cluster.node().caches.declare(CacheDefinition.of("wrong", String.class).withSource(
                wrong));
        assertThatThrownBy(() -> cache.get("a")).isInstanceOf(CacheReadException.class).hasMessageContaining(
                "wrong:a:v0");
    }

    private static NamespacePolicy sliding() {
        return NamespacePolicy.DEFAULT.with(new TtlPolicy(Duration.ofMinutes(10), Duration.ofMinutes(1), Jitter.NONE,
                true, TtlRules.NONE, Optional.empty()));
    }

    @Test
    void slidingEntry_livesAsLongAsItIsReadAndNoLonger() {
        Node node = cluster.node(sliding());
        Cache<String> sessions = node.caches.declare(CacheDefinition.of("sessions", String.class));
        sessions.put("a", "session");
        for (int read = 0; read < 20; read++) {
            cluster.clock.advance(Duration.ofMinutes(4));
            assertThat(sessions.get("a").value()).as("read %d", read).contains("session");
        }
        cluster.clock.advance(Duration.ofMinutes(10));
        assertThat(sessions.get("a")).isInstanceOf(Lookup.Miss.class);
    }

    @Test
    void slidingCopy_onANodeThatDoesNotHear_becomesNoYoungerByBeingProlonged() {
        NamespacePolicy tenSeconds = NamespacePolicy.DEFAULT.with(new TtlPolicy(Duration.ofSeconds(10), Duration
                .ofSeconds(10), Jitter.NONE, true, TtlRules.NONE, Optional.empty()));
        Node deaf = cluster.node(tenSeconds);
        Cache<String> sessions = deaf.caches.declare(CacheDefinition.of("sessions", String.class));
        Cache<String> written = cluster.node(tenSeconds).caches.declare(CacheDefinition.of("sessions", String.class));
        written.put("a", "old");
        deaf.bus.cut();
        sessions.get("a");
        cluster.clock.advance(Duration.ofSeconds(2));
        written.put("a", "new");
        assertThat(sessions.get("a").value()).as("2 s old, and prolonged now").contains("old");
        cluster.clock.advance(Duration.ofMillis(1_500));
        assertThat(sessions.get("a").value()).contains("new");
    }

    @Test
    void slidingEntry_readInL1_touchesL2OnlyAfterAFifthOfItsTtl() {
        Node node = cluster.node(sliding());
        Cache<String> sessions = node.caches.declare(CacheDefinition.of("sessions", String.class));
        sessions.put("a", "session");
        int calls = node.store.calls();
        for (int second = 0; second < 119; second++) {
            cluster.clock.advance(Duration.ofSeconds(1));
            assertThat(((Lookup.Hit<String>) sessions.get("a")).tier()).isEqualTo(Tier.L1);
        }
        assertThat(node.store.calls()).isEqualTo(calls);
        cluster.clock.advance(Duration.ofSeconds(1));
        sessions.get("a");
        assertThat(node.store.calls()).as("one look, one prolongation").isEqualTo(calls + 2);
        assertThat(node.count("sessions", CacheEvent.L2_HIT)).isZero();
    }
}
