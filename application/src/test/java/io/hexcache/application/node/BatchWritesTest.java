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
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.WritableSource;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.Put;
import io.hexcache.domain.strategy.WriteOptions;
import io.hexcache.domain.strategy.WriteOutcome;
import io.hexcache.domain.strategy.WriteResult;
import io.hexcache.domain.tier.WriteTarget;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchWritesTest {

    private static final CacheDefinition<String> WORDS = CacheDefinition.of("words", String.class);
    private static final WriteOptions NONE = WriteOptions.NONE;

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Cache<String> words = node.caches.declare(WORDS);
    private final Cache<String> elsewhere = cluster.node().caches.declare(WORDS);
    private final Map<String, String> rows = new HashMap<>();
    private final IllegalStateException failure = new IllegalStateException("row is locked");
    private final Cache<String> through = node.caches.declare(CacheDefinition.of("rows", String.class).withSource(
            new WritableSource<>() {

                @Override
                public Optional<String> load(String identifier) {
                    return Optional.ofNullable(rows.get(identifier));
                }

                @Override
                public String store(String identifier, String value) {
                    if (identifier.equals("locked")) {
                        throw failure;
                    }
                    rows.put(identifier, value);
                    return value + "!";
                }

                @Override
                public boolean delete(String identifier) {
                    return rows.remove(identifier) != null;
                }
            }));

    private static WriteOutcome<String> written(String value) {
        return new WriteOutcome.Written<>(new WriteResult<>(value, Completion.COMPLETE));
    }

    private static Tier tier(Lookup<String> lookup) {
        return ((Lookup.Hit<String>) lookup).tier();
    }

    @Test
    void putAll_writesEach_inOneRoundTrip_withItsOwnTtlAndTags() {
        elsewhere.put("b", "old");
        words.get("b");
        int before = node.store.calls();
        Map<String, WriteOutcome<String>> outcomes = words.putAll(List.of(new Put<>("b", "2", NONE.withTtl(Duration
                .ofMinutes(1))), new Put<>("a", "1", NONE.withTags(Set.of(new Tag("t")))), new Put<>("c", "3")));
        assertThat(node.store.calls() - before).isEqualTo(1);
        assertThat(outcomes.keySet()).containsExactly("b", "a", "c");
        assertThat(outcomes.values()).containsExactly(written("2"), written("1"), written("3"));
        assertThat(tier(words.get("b"))).isEqualTo(Tier.L1);
        assertThat(elsewhere.get("b").value()).contains("2");
        assertThat(words.levels().remainingTtl("b")).contains(Duration.ofMinutes(1));
        assertThat(words.levels().remainingTtl("a")).contains(Duration.ofHours(1));
        assertThat(node.caches.invalidate(new KeySelection.Tagged(Set.of(new Tag("t")))).removed()).isEqualTo(1);
        assertThat(elsewhere.get("a")).isEqualTo(new Lookup.Miss<String>());
        assertThat(elsewhere.get("c").value()).contains("3");
    }

    @Test
    void putAll_ofOneThatCannotBeCached_harmsNoOther() {
        Cache<String> picky = node.caches.declare(CacheDefinition.of("picky", String.class).withTags(value -> Set.of(
                new Tag(value))));
        Map<String, WriteOutcome<String>> outcomes = picky.putAll(List.of(new Put<>("a", "fine"), new Put<>("b", " ")));
        assertThat(outcomes.get("a")).isEqualTo(written("fine"));
        assertThat(outcomes.get("b")).isInstanceOfSatisfying(WriteOutcome.Failed.class, failed -> assertThat(failed
                .failure()).isInstanceOf(InvalidKeyException.class));
        assertThat(picky.getAll(List.of("a", "b")).get("b")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void putAll_intoOneLevel_leavesItThere() {
        elsewhere.put("local", "shared");
        words.putAll(List.of(new Put<>("local", "mine", NONE.into(WriteTarget.L1_ONLY)), new Put<>("remote", "2", NONE
                .into(WriteTarget.L2_ONLY))));
        assertThat(words.get("local").value()).contains("mine");
        assertThat(elsewhere.get("local").value()).contains("shared");
        assertThat(tier(words.get("remote"))).isEqualTo(Tier.L2);
    }

    @Test
    void putAll_whileTheStoreIsAway_fails_andNothingOlderIsServed() {
        words.put("a", "old");
        elsewhere.get("a");
        node.store.afterNextCall(() -> {
            throw new CacheConnectionException("the answer was lost");
        });
        Map<String, WriteOutcome<String>> outcomes = words.putAll(List.of(new Put<>("a", "1"), new Put<>("b", "2")));
        assertThat(outcomes.values())
                .allMatch(outcome -> outcome instanceof WriteOutcome.Failed<String>(CacheConnectionException _));
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
        assertThat(elsewhere.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void putAll_toASource_writesItFirst_andCachesWhatItHolds() {
        int before = node.store.calls();
        Map<String, WriteOutcome<String>> outcomes = through.putAll(List.of(new Put<>("a", "1"), new Put<>("b", "2")));
        assertThat(node.store.calls() - before).as("begin, put, abandon").isEqualTo(3);
        assertThat(outcomes.values()).containsExactly(written("1!"), written("2!"));
        assertThat(rows).containsEntry("a", "1").containsEntry("b", "2");
        assertThat(tier(through.get("a"))).isEqualTo(Tier.L1);
        assertThat(through.get("a").value()).contains("1!");
        assertThat(node.store.inspect(through.key("a")).guard()).isEqualTo(Guard.FREE);
    }

    @Test
    void putAll_toASourceThatFailsForOne_harmsNoOther_andCachesNothingOfThatOne() {
        rows.put("locked", "old");
        through.get("locked");
        Map<String, WriteOutcome<String>> outcomes = through.putAll(List.of(new Put<>("locked", "new"), new Put<>("b",
                "2")));
        assertThat(outcomes.get("locked")).isEqualTo(new WriteOutcome.Failed<>(failure));
        assertThat(outcomes.get("b")).isEqualTo(written("2!"));
        assertThat(through.peek("locked")).isEqualTo(new Lookup.Miss<String>());
        assertThat(node.store.inspect(through.key("locked")).guard()).isEqualTo(Guard.CONTENDED);
        assertThat(tier(through.peek("b"))).isEqualTo(Tier.L1);
    }

    @Test
    void putAll_toASource_intoOneLevel_leavesItThere() {
        through.putAll(List.of(new Put<>("local", "1", NONE.into(WriteTarget.L1_ONLY)), new Put<>("remote", "2", NONE
                .into(WriteTarget.L2_ONLY))));
        assertThat(through.get("local").value()).contains("1!");
        assertThat(through.levels().exists("local")).isFalse();
        assertThat(tier(through.get("remote"))).isEqualTo(Tier.L2);
    }

    @Test
    void putAll_toASource_whileL2IsAway_isDeferred_andBypassedUntilThen() {
        through.putAll(List.of(new Put<>("a", "old")));
        node.store.goAway();
        Map<String, WriteOutcome<String>> outcomes = through.putAll(List.of(new Put<>("a", "new")));
        assertThat(outcomes.get("a")).isEqualTo(new WriteOutcome.Written<>(new WriteResult<>("new!",
                Completion.DEFERRED)));
        node.store.comeBack();
        assertThat(through.get("a").value()).contains("new");
        node.node.repeatDeferred();
        assertThat(node.deferred()).isZero();
    }

    @Test
    void putAll_overtakenByAnotherWriter_cachesNothingRatherThanSomethingWrong() {
        Cache<String> otherRows = cluster.node().caches.declare(CacheDefinition.of("rows", String.class).withSource(
                new MapSource()));
        node.store.afterNextCall(() -> otherRows.put("a", "theirs"));
        through.putAll(List.of(new Put<>("a", "mine"), new Put<>("b", "2")));
        assertThat(through.peek("a")).isEqualTo(new Lookup.Miss<String>());
        assertThat(tier(through.peek("b"))).isEqualTo(Tier.L1);
    }

    @Test
    void putAll_ofTheLargestSize_toASource_announcesAll() {
        List<Put<String>> most = IntStream.range(0, 10_000).mapToObj(i -> new Put<>("id" + i, "v")).toList();
        assertThat(through.putAll(most).values()).containsOnly(written("v!"));
        List<Put<String>> tooMany = IntStream.range(0, 10_001).mapToObj(i -> new Put<>("id" + i, "v")).toList();
        assertThatThrownBy(() -> through.putAll(tooMany)).isInstanceOf(InvalidKeyException.class).hasMessageContaining(
                "10001");
    }

    @Test
    void putAll_ofABatchThatIsNotLegal_writesNothing() {
        int before = node.store.calls();
        assertThat(words.putAll(List.of())).isEmpty();
        assertThatThrownBy(() -> words.putAll(List.of(new Put<>("a", "1"), new Put<>("a", "2")))).isInstanceOf(
                InvalidKeyException.class).hasMessageContaining("words:a:v0").hasMessageContaining("twice");
        assertThatThrownBy(() -> words.putAll(List.of(new Put<>("a", "1"), new Put<>("b\n", "2")))).isInstanceOf(
                InvalidKeyException.class);
        assertThatThrownBy(() -> words.putAll(List.of(new Put<>(missing(), "1")))).isInstanceOf(
                InvalidKeyException.class).hasMessageContaining("null");
        assertThatThrownBy(() -> words.putAll(List.of(new Put<>("a", "1", NONE.keepingTtl())))).isInstanceOf(
                CacheConfigurationException.class);
        assertThatThrownBy(() -> NONE.withTtl(Duration.ZERO)).isInstanceOf(CacheConfigurationException.class);
        assertThat(node.store.calls()).isEqualTo(before);
        assertThat(words.peek("a")).isEqualTo(new Lookup.Miss<String>());
    }

    private static String missing() {
        return null;
    }
}
