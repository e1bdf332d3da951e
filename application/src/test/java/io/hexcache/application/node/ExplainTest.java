package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.Cache;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.coherence.LocalTrust;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.explain.Explanation;
import io.hexcache.domain.explain.Loading;
import io.hexcache.domain.explain.Prediction;
import io.hexcache.domain.explain.TierVerdict;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.FreshnessPolicy;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.strategy.CacheDefinition;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplainTest {

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final MapSource source = new MapSource();
    private final CacheDefinition<String> definition = CacheDefinition.of("rows", String.class).withSource(source)
            .withTags(value -> Set.of(new Tag("red")));
    private final Cache<String> rows = node.caches.declare(definition);
    private final Cache<String> rowsOfOther = other.caches.declare(definition);

    private Explanation explain(Node at) {
        return at.caches.find(new Namespace("rows")).orElseThrow().explain().apply("a");
    }

    @Test
    void key_fromNothingToBothTiers_isExplainedByWhatTheNextReadDoes() {
        assertThat(explain(node)).extracting(Explanation::next).isEqualTo(Prediction.LOAD);
        rows.get("a");
        assertThat(explain(node).local().held()).get().satisfies(held -> {
            assertThat(held.absent()).isTrue();
            assertThat(held.stamp()).isGreaterThanOrEqualTo(held.required());
        });
        assertThat(explain(node).next()).isEqualTo(Prediction.HIT_L1);
        assertThat(explain(other).next()).isEqualTo(Prediction.HIT_L2);
        rowsOfOther.get("a");
        assertThat(explain(other).next()).isEqualTo(Prediction.HIT_L1);
    }

    @Test
    void invalidatedTag_showsInBothTiersThoughNothingWasRemoved() {
        source.store("a", "value");
        rows.get("a");
        other.node.invalidation().invalidate(new KeySelection.Cleared(new Namespace("rows")));
        Explanation explained = explain(node);
        assertThat(explained.local().verdict()).isEqualTo(TierVerdict.STAMPED_OUT);
        assertThat(explained.remote().verdict()).isEqualTo(TierVerdict.STAMPED_OUT);
        assertThat(explained.remote().held()).get().satisfies(held -> assertThat(held.stamp()).isLessThan(held
                .required()));
        assertThat(explained.next()).isEqualTo(Prediction.LOAD);
    }

    @Test
    void keyThatIsBeingWritten_isLoadedAndNotStored() {
        node.store.begin(Set.of(rows.key("a")), new Token("w".repeat(Token.LENGTH)));
        assertThat(explain(node).guard()).isEqualTo(Guard.WRITING);
        assertThat(explain(node).next()).isEqualTo(Prediction.LOAD_UNSTORED);
    }

    @Test
    void keyThatAnotherNodeLoads_isWaitedFor() {
        rowsOfOther.findOrLoad("a", id -> {
            assertThat(explain(node).next()).isEqualTo(Prediction.WAIT);
            return java.util.Optional.of("value");
        });
        assertThat(explain(node).next()).isEqualTo(Prediction.HIT_L2);
    }

    @Test
    void keyThatThisNodeLoads_isWaitedFor() {
        assertThat(explain(node).loading()).isEqualTo(Loading.ON_MISS);
        rows.findOrLoad("a", id -> {
            assertThat(explain(node).loading()).isEqualTo(Loading.UNDER_WAY);
            assertThat(explain(node).next()).isEqualTo(Prediction.WAIT);
            return java.util.Optional.of("value");
        });
        assertThat(explain(node).loading()).isEqualTo(Loading.ON_MISS);
    }

    @Test
    void storeAndBusThatAreAway_showWithTheDeferredRemoval() {
        source.store("a", "value");
        rows.get("a");
        node.store.goAway();
        node.caches.invalidate(KeySelection.Keys.of(rows.key("a")));
        assertThat(explain(node)).satisfies(explained -> {
            assertThat(explained.remote().verdict()).isEqualTo(TierVerdict.AWAY);
            assertThat(explained.node().removalDeferred()).isTrue();
            assertThat(explained.next()).isEqualTo(Prediction.LOAD_UNSTORED);
        });
        node.store.comeBack();
        assertThat(explain(node).remote().verdict()).isEqualTo(TierVerdict.OUTDATED);
        node.bus.cut();
        rows.get("a");
        cluster.clock.advance(LocalTrust.UNTRUSTED_BOUND);
        assertThat(explain(node).node().trusted()).isFalse();
    }

    @Test
    void expiredValue_thatMayBeServedStale_isExplainedAsStale() {
        NamespacePolicy policy = NamespacePolicy.DEFAULT.with(new FreshnessPolicy(new RefreshMode.WhileRevalidate(),
                Duration.ofMinutes(1)));
        Node revalidating = cluster.node(policy);
        Cache<String> cache = revalidating.caches.declare(definition);
        source.store("a", "value");
        cache.get("a");
        cluster.clock.advance(policy.ttls().ttl());
        assertThat(explain(revalidating).remote().verdict()).isEqualTo(TierVerdict.EXPIRED);
        assertThat(explain(revalidating).next()).isEqualTo(Prediction.STALE);
        assertThat(explain(revalidating).remote().held()).get().satisfies(held -> assertThat(held.ttlLeft())
                .isLessThanOrEqualTo(Duration.ZERO));
        assertThat(cache.get("a")).isInstanceOf(Lookup.Hit.class);
    }

    @Test
    void explanation_changesNothing() {
        source.store("a", "value");
        rows.get("a");
        CacheNode before = node.node;
        int loads = source.loads();
        explain(node);
        explain(other);
        assertThat(source.loads()).isEqualTo(loads);
        assertThat(before.deferredChanges()).isZero();
        assertThat(rows.get("a")).isInstanceOfSatisfying(Lookup.Hit.class, hit -> assertThat(hit.freshness()).isEqualTo(
                Freshness.FRESH));
    }
}
