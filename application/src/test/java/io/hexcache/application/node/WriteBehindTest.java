package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.Cache;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.explain.Prediction;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.policy.DrainPriority;
import io.hexcache.domain.policy.Durability;
import io.hexcache.domain.policy.Urgency;
import io.hexcache.domain.policy.UrgencyRules;
import io.hexcache.domain.port.DeadLetter;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.Delivery;
import io.hexcache.domain.strategy.Put;
import io.hexcache.domain.strategy.WriteOptions;
import io.hexcache.domain.writebehind.DeadLetters;
import io.hexcache.domain.writebehind.RetryRules;
import io.hexcache.domain.writebehind.WriteBehindSettings;
import io.hexcache.domain.writebehind.WriteBehindStatus;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Writes that are acknowledged before the source has them, with time that the test turns. */
class WriteBehindTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final WriteOptions EVENTUAL = WriteOptions.NONE.delivered(Delivery.of(Durability.EVENTUAL));
    private static final WriteOptions IMMEDIATE = WriteOptions.NONE.delivered(Delivery.of(Durability.IMMEDIATE));

    private static WriteOptions urgent(DrainPriority priority) {
        return urgent(Urgency.of(priority));
    }

    private static WriteOptions urgent(Urgency urgency) {
        return WriteOptions.NONE.delivered(new Delivery(Optional.empty(), Optional.of(urgency)));
    }

    private static WriteBehindSettings bounds(int batch, int memory) {
        return new WriteBehindSettings(batch, Duration.ofSeconds(1), memory, Duration.ofSeconds(1), 1,
                RetryRules.DEFAULT, UrgencyRules.NONE);
    }

    @Test
    void put_deferred_isJournaledAndReadBeforeTheSourceHasIt() {
        BehindNode node = new BehindNode();

        assertThat(node.rows.put("a", "new").completion()).isEqualTo(Completion.DEFERRED);

        assertThat(node.source.log()).isEmpty();
        assertThat(node.journaled("a")).isPresent();
        assertThat(node.rows.get("a").value()).contains("new");
        node.passInterval();
        assertThat(node.source.log()).containsExactly("a=new");
        assertThat(node.journaled("a")).isEmpty();
        assertThat(node.rows.get("a").value()).contains("new");
    }

    @Test
    void explain_writeWaits_saysSo() {
        BehindNode node = new BehindNode();
        node.rows.put("a", "new");

        assertThat(node.explain("a").node().writeWaits()).isTrue();
        assertThat(node.explain("a").next()).isEqualTo(Prediction.HIT_L1);
        node.passInterval();
        assertThat(node.explain("a").node().writeWaits()).isFalse();
    }

    @Test
    void put_beforeTheInterval_isNotDrained() {
        BehindNode node = new BehindNode();
        node.rows.put("a", "new");
        node.pass(Duration.ofMillis(999));
        assertThat(node.source.log()).isEmpty();
    }

    @Test
    void put_severalTimes_reachesTheSourceOnceWithTheLast() {
        BehindNode node = new BehindNode();
        IntStream.rangeClosed(1, 10).forEach(i -> node.rows.put("a", "v" + i));
        node.passInterval();
        assertThat(node.source.log()).containsExactly("a=v10");
    }

    @Test
    void put_again_doesNotPostponeTheDrainForEver() {
        BehindNode node = new BehindNode();
        for (int i = 0; i < 8; i++) {
            node.rows.put("a", "v" + i);
            node.pass(Duration.ofMillis(250));
        }
        assertThat(node.source.log()).hasSizeGreaterThanOrEqualTo(1).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void batch_full_isDrainedAtOnce() {
        BehindNode node = new BehindNode(bounds(5, 100));
        IntStream.rangeClosed(1, 5).forEach(i -> node.rows.put("row" + i, "v"));
        node.pass(Duration.ZERO);
        assertThat(node.source.log()).hasSize(5);
    }

    @Test
    void putAll_deferred_waitsToo() {
        BehindNode node = new BehindNode();
        assertThat(node.rows.putAll(List.of(new Put<>("a", "1"), new Put<>("b", "2")))).hasSize(2);
        assertThat(node.source.log()).isEmpty();
        assertThat(node.rows.getAll(List.of("a", "b")).values()).map(found -> found.value().orElseThrow())
                .containsExactly("1", "2");
        node.passInterval();
        assertThat(node.source.rows()).containsEntry("a", "1").containsEntry("b", "2");
    }

    @Test
    void eventual_isNotJournaledButApplied() {
        BehindNode node = new BehindNode();
        node.rows.put("a", "new", EVENTUAL);
        assertThat(node.journaled("a")).isEmpty();
        assertThat(node.behind.status().onlyInMemory()).isEqualTo(1);
        node.passInterval();
        assertThat(node.source.log()).containsExactly("a=new");
    }

    @Test
    void eventual_afterDeferredOfTheSameKey_leavesNothingInTheJournalOnceApplied() {
        BehindNode node = new BehindNode();
        node.rows.put("a", "old");
        node.rows.put("a", "new", EVENTUAL);
        node.passInterval();
        assertThat(node.source.log()).containsExactly("a=new");
        assertThat(node.journaled("a")).isEmpty();
    }

    @Test
    void immediate_goesPastWhatWaits_whichIsNeverApplied() {
        BehindNode node = new BehindNode();
        node.rows.put("a", "waits");
        node.rows.put("a", "direct", IMMEDIATE);
        assertThat(node.source.log()).containsExactly("a=direct");
        assertThat(node.journaled("a")).isEmpty();
        assertThat(node.rows.get("a").value()).contains("direct");
        node.pass(MINUTE);
        assertThat(node.source.log()).containsExactly("a=direct");
    }

    @Test
    void immediate_thatFails_leavesWhatWaits() {
        BehindNode node = new BehindNode();
        node.rows.put("a", "waits");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> node.rows.put("a", "poison",
                IMMEDIATE));
        assertThat(node.rows.get("a").value()).contains("waits");
        node.passInterval();
        assertThat(node.source.log()).containsExactly("a=waits");
    }

    @Test
    void delete_goesPastWhatWaits() {
        BehindNode node = new BehindNode();
        node.rows.put("a", "waits");
        node.rows.delete("a");
        node.pass(MINUTE);
        assertThat(node.source.log()).containsExactly("a deleted");
        assertThat(node.rows.get("a").value()).isEmpty();
    }

    @Test
    void read_afterEveryCopyIsGone_findsWhatWaits() {
        BehindNode node = new BehindNode();
        node.source.rows().put("a", "old");
        node.rows.put("a", "new");
        node.rows.invalidate("a");
        assertThat(node.rows.get("a").value()).contains("new");
        assertThat(node.rows.peek("a").value()).contains("new");
        assertThat(node.rows.getAll(List.of("a")).get("a").value()).contains("new");
        assertThat(node.rows.getOrLoad("a", id -> "loaded")).isEqualTo("new");
    }

    @Test
    void read_afterAnotherNodeHasCachedTheOlderValueOfTheSource_findsWhatWaits() {
        BehindNode node = new BehindNode();
        node.source.rows().put("a", "old");
        Cache<String> elsewhere = node.cluster.node().caches.declare(CacheDefinition.of("rows", String.class)
                .withSource(node.source));
        node.rows.put("a", "new");
        node.rows.invalidate("a");
        assertThat(elsewhere.get("a").value()).contains("old");
        assertThat(node.rows.get("a").value()).contains("new");
        node.passInterval();
        assertThat(elsewhere.get("a").value()).as("applying announces the key").contains("new");
    }

    @Test
    void bulkOfPriorities_highGoesFirstAndLowIsNotStarved() {
        BehindNode node = new BehindNode();
        IntStream.rangeClosed(1, 12).forEach(i -> node.rows.put("low" + i, "v", urgent(DrainPriority.LOW)));
        IntStream.rangeClosed(1, 12).forEach(i -> node.rows.put("high" + i, "v", urgent(DrainPriority.HIGH)));
        node.passInterval();
        List<String> first = node.source.log().subList(0, 8);
        assertThat(first).filteredOn(row -> row.startsWith("high")).hasSize(6);
        assertThat(first).filteredOn(row -> row.startsWith("low")).hasSize(2);
        assertThat(first.getFirst()).startsWith("high");
    }

    @Test
    void urgencyByPattern_delaysTheKey() {
        BehindNode node = new BehindNode(new WriteBehindSettings(100, Duration.ofSeconds(1), 100, Duration.ofSeconds(
                1), 1, RetryRules.DEFAULT,
                new UrgencyRules(List.of(new UrgencyRules.Rule(KeyPattern.of(
                        "rows:analytics-*"), new Urgency(DrainPriority.LOW, Duration.ofSeconds(5)))))));
        node.rows.put("analytics-1", "v");
        node.rows.put("other", "v");
        node.pass(Duration.ofSeconds(4));
        assertThat(node.source.log()).containsExactly("other=v");
        node.pass(Duration.ofSeconds(2));
        assertThat(node.source.log()).containsExactly("other=v", "analytics-1=v");
    }

    @Test
    void sourceAway_isTriedWithoutEndAndThenHasItAll() {
        BehindNode node = new BehindNode();
        node.source.isAway(true);
        node.rows.put("a", "new");
        node.pass(Duration.ofMinutes(10));
        assertThat(node.behind.status()).isEqualTo(new WriteBehindStatus(node.journal.state(), 1, 0, 0));
        node.source.isAway(false);
        node.pass(Duration.ofSeconds(31));
        assertThat(node.source.log()).containsExactly("a=new");
    }

    @Test
    void poison_isSetAsideAfterThreeAttemptsAndBlocksNoOtherKey() {
        BehindNode node = new BehindNode();
        node.source.rows().put("bad", "old");
        node.rows.put("bad", "poison");
        node.rows.put("good", "v");
        node.passInterval();
        assertThat(node.source.log()).containsExactly("good=v");
        assertThat(node.rows.get("bad").value()).contains("poison");
        node.pass(MINUTE);

        assertThat(node.behind.deadLetters().list(0, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.record().key()).isEqualTo(node.rows.key("bad"));
            assertThat(letter.reason()).isEqualTo("the source refuses poison");
        });
        assertThat(node.rows.get("bad").value()).as("the cache shows what the source holds").contains("old");
        assertThat(node.behind.status().pending()).isZero();
    }

    @Test
    void deadLetter_retriedAfterTheSourceHasChanged_isApplied() {
        BehindNode node = new BehindNode();
        long id = dead(node);
        node.source.beforeStore(any -> {
            throw new CacheConnectionException("away");
        });
        assertThat(node.behind.deadLetters().retry(id)).isEqualTo(DeadLetters.Retry.WAITS);
        assertThat(node.rows.get("bad").value()).contains("poison");
        assertThat(node.behind.deadLetters().list(0, 10)).isEmpty();
        assertThat(node.behind.deadLetters().retry(id)).isEqualTo(DeadLetters.Retry.UNKNOWN);
    }

    @Test
    void deadLetter_overtakenByALaterWrite_isNotRetried() {
        BehindNode node = new BehindNode();
        long id = dead(node);
        node.rows.put("bad", "cured");
        assertThat(node.behind.deadLetters().retry(id)).isEqualTo(DeadLetters.Retry.OVERTAKEN);
        node.passInterval();
        assertThat(node.behind.deadLetters().retry(id)).isEqualTo(DeadLetters.Retry.OVERTAKEN);
        assertThat(node.behind.deadLetters().list(0, 10)).singleElement().matches(DeadLetter::overtaken);
        assertThat(node.behind.deadLetters().drop(id)).isTrue();
        assertThat(node.source.log()).containsExactly("bad=cured");
    }

    @Test
    void deadLetter_overtakenByADirectWrite_isNotRetried() {
        BehindNode node = new BehindNode();
        long id = dead(node);
        node.rows.put("bad", "cured", IMMEDIATE);
        assertThat(node.behind.deadLetters().retry(id)).isEqualTo(DeadLetters.Retry.OVERTAKEN);
    }

    private static long dead(BehindNode node) {
        node.rows.put("bad", "poison");
        node.pass(MINUTE);
        return node.behind.deadLetters().list(0, 10).getFirst().id();
    }

    @Test
    void memoryFull_deferredGoesToTheJournalAloneAndNothingIsLost() {
        BehindNode node = new BehindNode(bounds(100, 10));
        node.source.isAway(true);
        IntStream.range(0, 50).forEach(i -> node.rows.put("row" + i, "v" + i));
        node.rows.invalidate("row49");
        assertThat(node.rows.get("row49").value()).as("read from the journal").contains("v49");
        node.rows.put("row48", "later");
        node.source.isAway(false);
        node.pass(MINUTE.multipliedBy(3));
        assertThat(node.source.rows()).hasSize(50).containsEntry("row48", "later").containsEntry("row0", "v0");
        assertThat(node.behind.status().pending()).isZero();
    }

    @Test
    void memoryFull_directWriteGoesPastWhatIsInTheJournalAlone() {
        BehindNode node = new BehindNode(bounds(100, 1));
        node.rows.put("first", "v");
        node.rows.put("a", "waits");
        node.rows.put("a", "direct", IMMEDIATE);
        node.pass(MINUTE);
        assertThat(node.source.log()).containsExactly("a=direct", "first=v");
    }

    @Test
    void memoryFull_eventualIsRefusedAfterAWait() {
        BehindNode node = new BehindNode(bounds(100, 2));
        node.source.isAway(true);
        node.rows.put("a", "v", EVENTUAL);
        node.rows.put("b", "v", EVENTUAL);
        assertThatExceptionOfType(CacheOverloadException.class).isThrownBy(() -> node.rows.put("c", "v", EVENTUAL))
                .withMessageContaining("rows:c:v0").withMessageContaining("max-in-memory");
        node.rows.put("b", "collapses", EVENTUAL);
        assertThat(node.rows.get("b").value()).contains("collapses");
        node.source.isAway(false);
        node.pass(MINUTE);
        assertThat(node.source.rows()).containsOnlyKeys("a", "b");
    }

    @Test
    void memoryFull_eventualThatWaitsGetsTheRoomThatADrainMakes() {
        BehindNode node = new BehindNode(bounds(100, 1));
        node.rows.put("a", "v", EVENTUAL);
        node.rows.put("b", "v", EVENTUAL);
        node.passInterval();
        assertThat(node.source.rows()).containsOnlyKeys("a", "b");
    }

    @Test
    void journalFull_isRefusedAfterAWait() {
        BehindNode node = new BehindNode(new Cluster(), MemoryAdapters.journal(2), BehindNode.SETTINGS, Runnable::run,
                new BehindSource());
        node.source.isAway(true);
        node.rows.put("a", "v");
        node.rows.put("b", "v");
        assertThatExceptionOfType(CacheOverloadException.class).isThrownBy(() -> node.rows.put("c", "v"));
        assertThat(node.rows.get("c").value()).isEmpty();
    }

    @Test
    void nextProcess_takesUpWhatTheJournalHolds() {
        BehindNode first = new BehindNode();
        first.rows.put("a", "new");
        BehindNode second = new BehindNode(new Cluster(), first.journal, BehindNode.SETTINGS, Runnable::run,
                first.source);
        assertThat(second.rows.get("a").value()).contains("new");
        second.rows.put("b", "later");
        second.passInterval();
        assertThat(second.source.log()).containsExactly("a=new", "b=later");
    }

    @Test
    void recordOfAnUnknownNamespace_isSetAsideAndKept() {
        BehindNode first = new BehindNode();
        Cache<String> other = first.node.caches.declare(CacheDefinition.of("other", String.class).withSource(
                first.source));
        other.put("a", "new");
        BehindNode second = new BehindNode(new Cluster(), first.journal, BehindNode.SETTINGS, Runnable::run,
                first.source);
        second.passInterval();
        assertThat(second.behind.deadLetters().list(0, 10)).singleElement().satisfies(letter -> assertThat(letter
                .reason()).contains("nothing in this service writes namespace other"));
    }

    @Test
    void flush_drainsAllThatWaitsWhateverItsDelay() {
        BehindNode node = new BehindNode(bounds(100, 10));
        IntStream.range(0, 30).forEach(i -> node.rows.put("row" + i, "v", urgent(new Urgency(DrainPriority.LOW,
                Duration.ofMinutes(30)))));
        assertThat(node.behind.flush(Duration.ofSeconds(5))).isTrue();
        assertThat(node.source.rows()).hasSize(30);
    }

    @Test
    void flush_whileALaterWriteStandsForOneThatWaited_isNotDone() {
        BehindNode node = new BehindNode();
        node.rows.put("a", "first");
        node.rows.put("b", "any");
        node.source.beforeStore(identifier -> {
            if (identifier.equals("a")) {
                throw new CacheConnectionException("the source is away for this row");
            }
            node.rows.put("a", "second");
        });

        assertThat(node.behind.flush(Duration.ofSeconds(5))).isFalse();

        node.source.beforeStore(_ -> {});
        assertThat(node.behind.flush(Duration.ofSeconds(60))).isTrue();
        assertThat(node.source.log()).containsExactly("b=any", "a=second");
    }

    @Test
    void flush_whileALaterWriteOfTheKeyComes_waitsForTheEarlierOneOnly() {
        BehindNode node = new BehindNode();
        node.rows.put("a", "first");
        node.source.beforeNextStore(() -> {
            node.rows.put("a", "second", urgent(new Urgency(DrainPriority.NORMAL, Duration.ofMinutes(1))));
        });

        assertThat(node.behind.flush(Duration.ofSeconds(5))).isTrue();
        assertThat(node.source.log()).containsExactly("a=first");
    }

    @Test
    void flush_whileTheSourceIsAway_endsAtItsBound() {
        BehindNode node = new BehindNode();
        node.source.isAway(true);
        node.rows.put("a", "new");
        assertThat(node.behind.flush(Duration.ofSeconds(5))).isFalse();
        assertThat(node.behind.status().journaled()).isEqualTo(1);
    }

    @Test
    void stop_drainsAndThenTakesNothing() {
        BehindNode node = new BehindNode();
        node.rows.put("a", "new");
        assertThat(node.behind.stop(Duration.ofSeconds(5)).pending()).isZero();
        assertThat(node.source.log()).containsExactly("a=new");
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> node.rows.put("b", "v"))
                .withMessageContaining("stopping");
    }

    @Test
    void stop_whileTheSourceIsAway_saysWhatIsLeft() {
        BehindNode node = new BehindNode();
        node.source.isAway(true);
        node.rows.put("a", "v");
        node.rows.put("b", "v", EVENTUAL);
        WriteBehindStatus left = node.behind.stop(Duration.ofSeconds(5));
        assertThat(left.journaled()).isEqualTo(1);
        assertThat(left.onlyInMemory()).isEqualTo(1);
    }

    @Test
    void put_onANodeWithoutAJournal_saysWhatToDo() {
        Cache<String> rows = new Cluster().node().caches.declare(CacheDefinition.of("rows", String.class).withSource(
                new BehindSource()));
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> rows.put("a", "v", EVENTUAL))
                .withMessageContaining("rows:a:v0").withMessageContaining("IMMEDIATE");
    }

    @Test
    void put_whileL2IsAway_isAcknowledgedAndRead() {
        BehindNode node = new BehindNode();
        node.node.store.goAway();
        node.rows.put("a", "new");
        assertThat(node.rows.get("a").value()).contains("new");
        node.passInterval();
        assertThat(node.source.log()).containsExactly("a=new");
        assertThat(node.rows.get("a").value()).contains("new");
    }
}
