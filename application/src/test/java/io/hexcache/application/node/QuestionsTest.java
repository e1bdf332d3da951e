package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.policy.FreshnessPolicy;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.ExpiryResult;
import io.hexcache.domain.strategy.WriteOptions;
import io.hexcache.domain.tier.WriteTarget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final CacheDefinition<String> WORDS = CacheDefinition.of("words", String.class);

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final Cache<String> words = node.caches.declare(WORDS);
    private final Cache<String> elsewhere = other.caches.declare(WORDS);

    private static Tier tier(Lookup<String> lookup) {
        return ((Lookup.Hit<String>) lookup).tier();
    }

    @Test
    void exists_isWhatL2Says_whateverL1Holds() {
        assertThat(words.levels().exists("a")).isFalse();
        elsewhere.put("a", "1");
        assertThat(words.levels().exists("a")).isTrue();
        words.put("local", "1", WriteOptions.NONE.into(WriteTarget.L1_ONLY));
        assertThat(words.get("local").value()).contains("1");
        assertThat(words.levels().exists("local")).isFalse();
        words.findOrLoad("absent", id -> Optional.empty());
        assertThat(words.levels().exists("absent")).isFalse();
        words.invalidate("a");
        assertThat(words.levels().exists("a")).isFalse();
    }

    @Test
    void exists_afterALogicalClear_isFalse() {
        words.put("a", "1");
        node.caches.invalidate(new KeySelection.Cleared(words.key("a").namespace()));
        assertThat(words.levels().exists("a")).isFalse();
        assertThat(words.levels().expire("a", Duration.ofHours(2)).remaining()).isEmpty();
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void remainingTtl_runsDown() {
        assertThat(words.levels().remainingTtl("a")).isEmpty();
        words.put("a", "1", WriteOptions.NONE.withTtl(Duration.ofMinutes(10)));
        cluster.clock.advance(Duration.ofMinutes(3));
        assertThat(elsewhere.levels().remainingTtl("a")).contains(Duration.ofMinutes(7));
        cluster.clock.advance(Duration.ofMinutes(7));
        assertThat(elsewhere.levels().remainingTtl("a")).isEmpty();
    }

    @Test
    void expire_toAShorterTtl_isFollowedByEveryL1() {
        words.put("a", "1");
        elsewhere.get("a");
        assertThat(words.levels().expire("a", Duration.ofSeconds(10)))
                .isEqualTo(new ExpiryResult(Optional.of(Duration.ofSeconds(
                        10)), Completion.COMPLETE));
        assertThat(tier(words.get("a"))).isEqualTo(Tier.L2);
        assertThat(tier(elsewhere.get("a"))).isEqualTo(Tier.L2);
        cluster.clock.advance(Duration.ofSeconds(10));
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
        assertThat(elsewhere.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void expire_toALongerTtl_keepsTheValueForThat() {
        words.put("a", "1", WriteOptions.NONE.withTtl(Duration.ofMinutes(1)));
        words.levels().expire("a", Duration.ofMinutes(10));
        cluster.clock.advance(Duration.ofMinutes(9));
        assertThat(words.get("a").value()).contains("1");
        assertThat(words.levels().remainingTtl("a")).contains(Duration.ofMinutes(1));
    }

    @Test
    void expire_ofNothing_orOfAnExpiredValue_bringsNothingBack() {
        assertThat(words.levels().expire("a", Duration.ofHours(1))).isEqualTo(new ExpiryResult(Optional.empty(),
                Completion.COMPLETE));
        Cache<String> lenient = cluster.node(NamespacePolicy.DEFAULT.with(new FreshnessPolicy(new RefreshMode.None(),
                Duration.ofHours(1)))).caches.declare(WORDS);
        lenient.put("a", "1");
        assertThat(lenient.levels().remainingTtl("a")).contains(Duration.ofHours(1));
        cluster.clock.advance(Duration.ofMinutes(61));
        assertThat(node.store.get(words.key("a"))).isPresent();
        assertThat(lenient.levels().remainingTtl("a")).isEmpty();
        assertThat(lenient.levels().expire("a", Duration.ofHours(1)).remaining()).isEmpty();
        assertThat(lenient.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void expire_withoutAReasonableTtl_isRefused() {
        words.put("a", "1");
        for (Duration illegal : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofNanos(999_999), Duration
                .ofDays(366))) {
            assertThatThrownBy(() -> words.levels().expire("a", illegal))
                    .isInstanceOf(CacheConfigurationException.class)
                    .hasMessageContaining("ttl");
        }
        assertThat(words.levels().remainingTtl("a")).contains(Duration.ofHours(1));
        assertThatThrownBy(() -> words.levels().expire(" ", Duration.ofHours(1)))
                .isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void expire_thatTheBusDoesNotTake_isDeferred() {
        words.put("a", "1");
        node.bus.cut();
        assertThat(words.levels().expire("a", Duration.ofMinutes(1)).completion()).isEqualTo(Completion.DEFERRED);
        node.bus.join();
        node.node.repeatDeferred();
        assertThat(node.deferred()).isZero();
    }

    @Test
    void questions_toAStoreThatIsAway_areErrorsAndNeverAnswers() {
        words.put("a", "1");
        node.store.goAway();
        assertThatThrownBy(() -> words.levels().exists("a")).isInstanceOf(CacheConnectionException.class);
        assertThatThrownBy(() -> words.levels().remainingTtl("a")).isInstanceOf(CacheConnectionException.class);
        assertThatThrownBy(() -> words.levels().sync("a")).isInstanceOf(CacheConnectionException.class);
        assertThat(words.get("a").value()).as("the copy has stayed").contains("1");
        assertThatThrownBy(() -> words.levels().expire("a", Duration.ofMinutes(1)))
                .isInstanceOf(CacheConnectionException.class);
    }

    @Test
    void sync_hasL1HoldWhatL2Holds() {
        words.put("a", "shared");
        words.put("a", "mine", WriteOptions.NONE.into(WriteTarget.L1_ONLY));
        assertThat(words.get("a").value()).contains("mine");
        assertThat(words.levels().sync("a").value()).contains("shared");
        assertThat(tier(words.get("a"))).isEqualTo(Tier.L1);
        assertThat(words.get("a").value()).contains("shared");
        words.put("b", "mine", WriteOptions.NONE.into(WriteTarget.L1_ONLY));
        assertThat(words.levels().sync("b")).isEqualTo(new Lookup.Miss<String>());
        assertThat(words.get("b")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void warmLocal_byIdentifiers_fetchesWhatL2Has() {
        elsewhere.put("a", "1");
        elsewhere.put("b", "2");
        assertThat(words.levels().warmLocal(List.of("a", "b", "none"))).isEqualTo(2);
        int before = node.store.calls();
        assertThat(tier(words.get("a"))).isEqualTo(Tier.L1);
        assertThat(tier(words.get("b"))).isEqualTo(Tier.L1);
        assertThat(node.store.calls()).isEqualTo(before);
        assertThat(words.levels().warmLocal(List.of())).isZero();
    }

    @Test
    void warmLocal_bySelection_fetchesWhatItNamesInThisNamespaceAndVersion() {
        elsewhere.put("x1", "1");
        elsewhere.put("x2", "2");
        elsewhere.put("y", "3");
        other.caches.declare(CacheDefinition.of("words.child", String.class)).put("x1", "child");
        assertThat(words.levels().warmLocal(new KeySelection.StartingWith("words:x"))).isEqualTo(2);
        assertThat(tier(words.get("x1"))).isEqualTo(Tier.L1);
        assertThat(tier(words.get("y"))).isEqualTo(Tier.L2);
        assertThat(words.levels().warmLocal(new KeySelection.Within(words.key("a").namespace()))).isEqualTo(3);
    }
}
