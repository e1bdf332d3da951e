package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.FreshnessPolicy;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.WriteOptions;
import io.hexcache.domain.strategy.WriteResult;
import io.hexcache.domain.tier.WriteTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConditionalWritesTest {

    private static final CacheDefinition<String> WORDS = CacheDefinition.of("words", String.class);
    private static final Tag TAG = new Tag("t");
    private static final WriteOptions NONE = WriteOptions.NONE;

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final Cache<String> words = node.caches.declare(WORDS);
    private final Cache<String> elsewhere = other.caches.declare(WORDS);

    private static Optional<String> stored(Optional<WriteResult<String>> result) {
        return result.map(WriteResult::stored);
    }

    @Test
    void putIfAbsent_ofANewKey_writesItOnAllNodes_andASecondTimeDoesNot() {
        assertThat(words.putIfAbsent("a", "1", NONE)).contains(new WriteResult<>("1", Completion.COMPLETE));
        assertThat(elsewhere.putIfAbsent("a", "2", NONE)).isEmpty();
        assertThat(elsewhere.get("a").value()).contains("1");
        assertThat(words.get("a").value()).contains("1");
    }

    @Test
    void putIfAbsent_overACachedAbsence_writes() {
        words.findOrLoad("a", id -> Optional.empty());
        assertThat(stored(words.putIfAbsent("a", "1", NONE))).contains("1");
        assertThat(words.get("a").value()).contains("1");
    }

    @Test
    void putIfAbsent_overWhatATagHasInvalidated_writes() {
        words.put("a", "old", NONE.withTags(Set.of(TAG)));
        cluster.tagIndex.afterNextSize(() -> {});
        // The stamp alone: the entry is still there, since the index does not find it.
        cluster.memory.tagIndex().removeUnchanged(TAG, cluster.memory.tagIndex().members(TAG, 10));
        node.caches.invalidate(new KeySelection.Tagged(Set.of(TAG)));
        assertThat(node.store.get(words.key("a"))).isPresent();
        assertThat(words.putIfPresent("a", "no", NONE)).isEmpty();
        assertThat(stored(words.putIfAbsent("a", "new", NONE))).contains("new");
        assertThat(elsewhere.get("a").value()).contains("new");
    }

    @Test
    void putIfAbsent_overAnExpiredValueThatMayBeServedStale_writes() {
        Node lenient = cluster.node(NamespacePolicy.DEFAULT.with(new FreshnessPolicy(new RefreshMode.None(), Duration
                .ofHours(1))));
        Cache<String> cache = lenient.caches.declare(WORDS);
        cache.put("a", "old");
        cluster.clock.advance(Duration.ofMinutes(61));
        assertThat(node.store.get(words.key("a"))).isPresent();
        assertThat(cache.putIfPresent("a", "no", NONE)).isEmpty();
        assertThat(stored(cache.putIfAbsent("a", "new", NONE))).contains("new");
    }

    @Test
    void putIfPresent_writesOnlyOverAValue() {
        assertThat(words.putIfPresent("a", "1", NONE)).isEmpty();
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
        elsewhere.put("a", "1");
        words.get("a");
        assertThat(stored(elsewhere.putIfPresent("a", "2", NONE))).contains("2");
        assertThat(words.get("a").value()).contains("2");
    }

    @Test
    void putIfNewer_takesLaterVersionsOnly() {
        assertThat(stored(words.putIfNewer("a", "v2", 2, NONE))).contains("v2");
        assertThat(elsewhere.putIfNewer("a", "v1", 1, NONE)).isEmpty();
        assertThat(elsewhere.putIfNewer("a", "other v2", 2, NONE)).isEmpty();
        assertThat(stored(elsewhere.putIfNewer("a", "v3", 3, NONE))).contains("v3");
        assertThat(words.get("a").value()).contains("v3");
        words.invalidate("a");
        assertThat(stored(words.putIfNewer("a", "v1", 1, NONE))).contains("v1");
    }

    @Test
    void putIfNewer_ofAVersionBelowOne_isRefused() {
        assertThatThrownBy(() -> words.putIfNewer("a", "v", 0, NONE)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("version 0").hasMessageContaining("words:a:v0");
    }

    @Test
    void put_thatKeepsTheTtl_livesNoLongerThanWhatItReplaced() {
        words.put("a", "1", NONE.withTtl(Duration.ofMinutes(10)));
        cluster.clock.advance(Duration.ofMinutes(4));
        words.put("a", "2", NONE.keepingTtl());
        assertThat(words.levels().remainingTtl("a")).contains(Duration.ofMinutes(6));
        words.put("new", "3", NONE.keepingTtl());
        assertThat(words.levels().remainingTtl("new")).contains(Duration.ofHours(1));
        assertThatThrownBy(() -> NONE.withTtl(Duration.ofMinutes(1)).keepingTtl()).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("PT1M");
    }

    @Test
    void conditionThatChangesBeforeTheWrite_isJudgedAgain() {
        node.store.afterNextCall(() -> elsewhere.put("a", "theirs"));
        assertThat(words.putIfAbsent("a", "mine", NONE)).isEmpty();
        assertThat(words.get("a").value()).contains("theirs");
    }

    @Test
    void update_changesTheValue_andKeepsTtlAndTags() {
        words.put("a", "1", NONE.withTtl(Duration.ofMinutes(10)).withTags(Set.of(TAG)));
        elsewhere.get("a");
        cluster.clock.advance(Duration.ofMinutes(4));
        assertThat(stored(words.update("a", value -> value + "+"))).contains("1+");
        assertThat(elsewhere.get("a").value()).contains("1+");
        assertThat(words.levels().remainingTtl("a")).contains(Duration.ofMinutes(6));
        assertThat(node.caches.invalidate(new KeySelection.Tagged(Set.of(TAG))).removed()).isEqualTo(1);
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void update_ofWhatIsNotThere_isEmptyAndAsksNobody() {
        assertThat(words.update("a", value -> {
            throw new AssertionError("there is nothing to change");
        })).isEmpty();
        words.findOrLoad("absent", id -> Optional.empty());
        assertThat(words.update("absent", value -> "made up")).isEmpty();
    }

    @Test
    void update_thatAnotherOneOvertakes_runsAgainOnTheNewerValue() {
        words.put("a", "1");
        List<String> seen = new ArrayList<>();
        assertThat(stored(words.update("a", value -> {
            if (seen.isEmpty()) {
                elsewhere.update("a", theirs -> theirs + "x");
            }
            seen.add(value);
            return value + "y";
        }))).contains("1xy");
        assertThat(seen).containsExactly("1", "1x");
        assertThat(elsewhere.get("a").value()).contains("1xy");
    }

    @Test
    void update_thatIsAlwaysOvertaken_endsWithANamedError_andLosesNothing() {
        words.put("a", "1");
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> words.update("a", value -> {
            elsewhere.put("a", "theirs " + runs.incrementAndGet());
            return "mine";
        })).isInstanceOf(CacheWriteException.class).hasMessageContaining("words:a:v0").hasMessageContaining("20");
        assertThat(runs).hasValue(20);
        assertThat(words.get("a").value()).contains("theirs 20");
    }

    @Test
    void update_ofAValueThatIsInvalidatedMeanwhile_doesNotBringItBack() {
        words.put("a", "1", NONE.withTags(Set.of(TAG)));
        words.update("a", value -> {
            other.caches.invalidate(new KeySelection.Tagged(Set.of(TAG)));
            return value + "+";
        });
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
        assertThat(elsewhere.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void update_ofAValueThatIsClearedByNamespaceMeanwhile_isBornInvalid() {
        words.put("a", "1");
        words.update("a", value -> {
            other.caches.invalidate(new KeySelection.Cleared(words.key("a").namespace()));
            return value + "+";
        });
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
        assertThat(elsewhere.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void update_isNoYoungerThanWhatItIsMadeOf() {
        Cache<String> tagged = node.caches.declare(CacheDefinition.of("tagged", String.class).withTags(value -> Set.of(
                new Tag(value))));
        tagged.put("a", "red");
        node.caches.invalidate(new KeySelection.Tagged(Set.of(new Tag("blue"))));
        tagged.update("a", value -> "blue");
        assertThat(tagged.get("a")).as("the old value may come of what was blue then").isEqualTo(
                new Lookup.Miss<String>());
        tagged.put("a", "blue");
        assertThat(tagged.get("a").value()).contains("blue");
    }

    @Test
    void update_thatThrowsOrReturnsNull_changesNothing() {
        words.put("a", "1");
        IllegalStateException failure = new IllegalStateException("not now");
        assertThatThrownBy(() -> words.update("a", value -> {
            throw failure;
        })).isSameAs(failure);
        assertThatThrownBy(() -> words.update("a", value -> none())).isInstanceOf(CacheReadException.class)
                .hasMessageContaining("returned null");
        assertThat(elsewhere.get("a").value()).contains("1");
    }

    private static String none() {
        return null;
    }

    @Test
    void writeThatL2DoesNotConfirm_isAnError_andNothingIsReliedOn() {
        words.put("a", "1");
        elsewhere.get("a");
        node.store.afterNextCall(() -> node.store.afterNextCall(() -> {
            throw new CacheConnectionException("the answer was lost");
        }));
        assertThatThrownBy(() -> words.update("a", value -> value + "+")).isInstanceOf(CacheConnectionException.class);
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
        assertThat(elsewhere.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void storeThatIsAway_isAnError_beforeAnythingIsChanged() {
        words.put("a", "1");
        node.store.goAway();
        assertThatThrownBy(() -> words.putIfAbsent("a", "2", NONE)).isInstanceOf(CacheConnectionException.class);
        node.store.comeBack();
        assertThat(words.get("a").value()).contains("1");
        assertThat(node.deferred()).isZero();
    }

    @Test
    void namespaceWithASource_refusesConditions() {
        Cache<String> rows = node.caches.declare(CacheDefinition.of("rows", String.class).withSource(new MapSource()));
        assertThatThrownBy(() -> rows.putIfAbsent("a", "1", NONE)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("source");
        assertThatThrownBy(() -> rows.update("a", value -> value)).isInstanceOf(CacheConfigurationException.class);
        assertThatThrownBy(() -> rows.put("a", "1", NONE.keepingTtl())).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("kept");
    }

    @Test
    void conditionForL1Only_isRefused() {
        assertThatThrownBy(() -> words.putIfAbsent("a", "1", NONE.into(WriteTarget.L1_ONLY))).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("L2");
        assertThatThrownBy(() -> words.putIfAbsent("a\nb", "1", NONE)).isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void conditionalWriteForL2Only_leavesNoCopyHere() {
        assertThat(stored(words.putIfAbsent("a", "1", NONE.into(WriteTarget.L2_ONLY)))).contains("1");
        assertThat(((Lookup.Hit<String>) words.get("a")).tier()).isEqualTo(Tier.L2);
    }

    @Test
    void manyUpdatesFromTwoNodes_loseNone() {
        SplittableRandom random = new SplittableRandom(7);
        words.put("n", "0");
        for (int i = 0; i < 200; i++) {
            Cache<String> mine = random.nextBoolean() ? words : elsewhere;
            Cache<String> theirs = random.nextBoolean() ? words : elsewhere;
            boolean between = random.nextBoolean();
            AtomicInteger runs = new AtomicInteger();
            mine.update("n", value -> {
                if (between && runs.getAndIncrement() == 0) {
                    theirs.update("n", held -> Integer.toString(Integer.parseInt(held) + 1));
                }
                return Integer.toString(Integer.parseInt(value) + 1);
            });
            if (!between) {
                theirs.update("n", held -> Integer.toString(Integer.parseInt(held) + 1));
            }
        }
        assertThat(words.get("n").value()).contains("400");
        assertThat(elsewhere.get("n").value()).contains("400");
    }
}
