package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.SourceOfTruth;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.WriteOptions;
import io.hexcache.domain.strategy.WriteResult;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WritesTest {

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final MapSource source = new MapSource();
    private final CacheDefinition<String> rowsDefinition = CacheDefinition.of("rows", String.class).withSource(source);
    private final Cache<String> rows = node.caches.declare(rowsDefinition);
    private final Cache<String> rowsOfOther = other.caches.declare(rowsDefinition);
    private final Cache<String> words = node.caches.declare(CacheDefinition.of("words", String.class));

    @Test
    void writeThrough_isSeenByBothNodesAtOnce() {
        source.store("a", "old");
        rows.get("a");
        rowsOfOther.get("a");
        assertThat(rows.put("a", "new")).isEqualTo(new WriteResult<>("new", Completion.COMPLETE));
        assertThat(rows.get("a").value()).contains("new");
        assertThat(rowsOfOther.get("a").value()).contains("new");
    }

    @Test
    void writeThrough_overACachedAbsence_isSeen() {
        assertThat(rows.get("a").value()).isEmpty();
        rows.put("a", "new");
        assertThat(rows.get("a").value()).contains("new");
    }

    @Test
    void delete_isSeenByBothNodesAtOnceAndSaysWhetherThereWasSomething() {
        source.store("a", "old");
        rows.get("a");
        rowsOfOther.get("a");
        assertThat(rows.delete("a").existed()).isTrue();
        assertThat(rows.get("a").value()).isEmpty();
        assertThat(rowsOfOther.get("a").value()).isEmpty();
        assertThat(rows.delete("a").existed()).isFalse();
    }

    @Test
    void sourceThatThrowsAfterItHasWritten_leavesNothingOldInTheCache() {
        source.store("a", "old");
        rows.get("a");
        source.failAfterWriting();
        assertThatThrownBy(() -> rows.put("a", "new")).isInstanceOf(IllegalStateException.class).hasMessage(
                "the connection broke after the commit");
        assertThat(rows.get("a").value()).contains("new");
    }

    @Test
    void writeWithOptions_toANamespaceWithASource_isCachedAsTheySay() {
        rows.put("a", "new", new WriteOptions(Optional.of(Duration.ofMinutes(1)), Set.of(new Tag("red"))));
        assertThat(((Lookup.Hit<String>) rows.get("a")).tier()).isEqualTo(Tier.L1);
        cluster.clock.advance(Duration.ofMinutes(1));
        assertThat(((Lookup.Hit<String>) rows.get("a")).tier()).isEqualTo(Tier.SOURCE);
    }

    @Test
    void write_toASourceThatOnlyReads_isRefused() {
        SourceOfTruth<String> readOnly = id -> Optional.of("fixed");
        Cache<String> fixed = node.caches.declare(CacheDefinition.of("fixed", String.class).withSource(readOnly));
        assertThatThrownBy(() -> fixed.put("a", "new")).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("WritableSource");
    }

    @Test
    void put_withoutASource_storesWithItsOwnTtlAndTags() {
        words.put("a", "value", new WriteOptions(Optional.of(Duration.ofSeconds(30)), Set.of(new Tag("greek"))));
        assertThat(words.get("a").value()).contains("value");
        cluster.clock.advance(Duration.ofSeconds(30));
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
        words.put("b", "value", new WriteOptions(Optional.empty(), Set.of(new Tag("greek"))));
        assertThat(node.caches.invalidate(new KeySelection.Tagged(Set.of(new Tag("greek")))).removed()).isEqualTo(1);
        assertThat(words.get("b")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void put_withoutASource_replacesTheCopyOfTheOtherNode() {
        Cache<String> wordsOfOther = other.caches.declare(CacheDefinition.of("words", String.class));
        words.put("a", "old");
        assertThat(wordsOfOther.get("a").value()).contains("old");
        words.put("a", "new");
        assertThat(wordsOfOther.get("a").value()).contains("new");
    }

    @Test
    void put_whenTheStoreFails_failsAndServesNothingOlderAfterwards() {
        words.put("a", "old");
        words.get("a");
        node.store.goAway();
        assertThatThrownBy(() -> words.put("a", "new")).isInstanceOf(CacheConnectionException.class);
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
        node.store.comeBack();
        assertThat(words.get("a")).as("not repeated yet").isEqualTo(new Lookup.Miss<String>());
        node.invalidation.repeatDeferred();
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
        words.put("a", "new");
        assertThat(words.get("a").value()).contains("new");
    }

    @Test
    void put_afterOneThatFailed_isServedAndSurvivesTheRepetition() {
        node.store.goAway();
        assertThatThrownBy(() -> words.put("a", "failed")).isInstanceOf(CacheConnectionException.class);
        node.store.comeBack();
        assertThat(words.put("a", "new").completion()).isEqualTo(Completion.COMPLETE);
        assertThat(words.get("a").value()).contains("new");
        node.invalidation.repeatDeferred();
        assertThat(words.get("a").value()).contains("new");
    }

    @Test
    void writeThrough_whileTheNextReleaseRunsBeside_isSeenByBoth() {
        source.store("a", "old");
        Cache<String> nextRelease = cluster.node().caches.declare(rowsDefinition.withVersion(1));
        rows.get("a");
        nextRelease.get("a");
        nextRelease.put("a", "new");
        assertThat(rows.get("a").value()).contains("new");
        rows.put("a", "newer");
        assertThat(nextRelease.get("a").value()).contains("newer");
    }

    @Test
    void put_ofAValueThatCannotBeWritten_isRefusedAndKeepsWhatWasThere() {
        Cache<Object> any = node.caches.declare(CacheDefinition.of("any", Object.class));
        any.put("a", "old");
        Object[] itself = new Object[1];
        itself[0] = itself;
        assertThatThrownBy(() -> any.put("a", itself)).isInstanceOf(CacheSerializationException.class)
                .hasMessageContaining("any:a:v0");
        assertThat(any.get("a").value()).contains("old");
    }

    @Test
    void loadedValueThatCannotBeWritten_reachesTheCallerUncached() {
        Cache<Object> any = node.caches.declare(CacheDefinition.of("any", Object.class));
        Object[] itself = new Object[1];
        itself[0] = itself;
        assertThat(any.getOrLoad("a", id -> itself)).isSameAs(itself);
        assertThat(any.get("a")).isEqualTo(new Lookup.Miss<>());
    }

    @Test
    void write_whileTheStoreIsAway_isDeferredAndNotStaleOnThisNode() {
        source.store("a", "old");
        rows.get("a");
        node.store.goAway();
        assertThat(rows.put("a", "new").completion()).isEqualTo(Completion.DEFERRED);
        assertThat(rows.get("a").value()).contains("new");
        node.store.comeBack();
        assertThat(rows.get("a").value()).as("L2 still holds the old value").contains("new");
        assertThat(node.deferred()).isPositive();
        node.invalidation.repeatDeferred();
        assertThat(node.deferred()).isZero();
        assertThat(rowsOfOther.get("a").value()).contains("new");
        assertThat(((Lookup.Hit<String>) rows.get("a")).tier()).isIn(Tier.L2, Tier.SOURCE);
    }
}
