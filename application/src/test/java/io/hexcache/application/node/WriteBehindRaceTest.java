package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.application.node.HookedJournal.Moment;
import io.hexcache.domain.Cache;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.policy.Durability;
import io.hexcache.domain.policy.UrgencyRules;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.Delivery;
import io.hexcache.domain.strategy.WriteOptions;
import io.hexcache.domain.writebehind.DeadLetters;
import io.hexcache.domain.writebehind.RetryRules;
import io.hexcache.domain.writebehind.WriteBehindSettings;
import io.hexcache.domain.writebehind.WriteBehindStatus;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Two things at once on one key, each order forced by acting inside the other's call. Never may an acknowledged write
 * be lost, an older one be applied after a newer one, or a read on this node find something older.
 */
class WriteBehindRaceTest {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final WriteOptions DIRECT = WriteOptions.NONE.delivered(Delivery.of(Durability.IMMEDIATE));
    private static final WriteOptions EVENTUAL = WriteOptions.NONE.delivered(Delivery.of(Durability.EVENTUAL));

    private final HookedJournal journal = new HookedJournal(MemoryAdapters.journal(1_000));
    private final BehindSource source = new BehindSource();
    private final Queue<Runnable> held = new ArrayDeque<>();
    private final BehindNode node = start(BehindNode.SETTINGS);
    private final Cache<String> rows = node.rows;

    private BehindNode start(WriteBehindSettings settings) {
        return new BehindNode(new Cluster(), journal, settings, Runnable::run, source);
    }

    private BehindNode afterACrash() {
        return start(BehindNode.SETTINGS);
    }

    @Test
    void crash_betweenJournalAndAcknowledgement_mayApplyTheWriteAndLosesNoOther() {
        rows.put("a", "acknowledged");
        journal.at(Moment.AFTER_APPEND, () -> {
            throw new CacheWriteException("killed");
        });
        assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> rows.put("b", "unknown"));
        BehindNode next = afterACrash();
        next.passInterval();
        assertThat(source.log()).containsExactly("a=acknowledged", "b=unknown");
    }

    @Test
    void crash_beforeTheJournal_leavesTheEarlierAcknowledgedWrite() {
        rows.put("a", "first");
        journal.at(Moment.BEFORE_APPEND, () -> {
            throw new CacheWriteException("disk full");
        });
        assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> rows.put("a", "second"));
        assertThat(rows.get("a").value()).contains("first");
        BehindNode next = afterACrash();
        assertThat(next.rows.get("a").value()).contains("first");
        next.passInterval();
        assertThat(source.log()).containsExactly("a=first");
    }

    @Test
    void crash_betweenSourceAndSettling_appliesTheSameOnceMore() {
        rows.put("a", "new");
        List<BehindNode> next = new ArrayList<>();
        journal.at(Moment.BEFORE_SETTLE, () -> {
            next.add(afterACrash());
            throw new CacheWriteException("killed");
        });
        node.passInterval();
        next.getFirst().passInterval();
        assertThat(source.log()).containsExactly("a=new", "a=new");
    }

    @Test
    void drain_afterAnotherNodeTookTheJournalOver_appliesNothing() {
        rows.put("a", "old");
        journal.at(Moment.BEFORE_CONFIRM, () -> {
            throw new CacheConnectionException("taken over");
        });
        node.passInterval();
        assertThat(source.log()).isEmpty();
        assertThat(rows.get("a").value()).contains("old");
        node.pass(LONG);
        assertThat(source.log()).as("once it is known to be its own again").containsExactly("a=old");
    }

    @Test
    void write_duringTheDrainOfTheKey_isAppliedAfterIt() {
        rows.put("a", "first");
        source.beforeNextStore(() -> {
            rows.put("a", "second");
            assertThat(rows.get("a").value()).contains("second");
        });
        node.passInterval();
        assertThat(source.log()).containsExactly("a=first");
        assertThat(rows.get("a").value()).contains("second");
        assertThat(node.journaled("a")).isPresent();
        node.pass(LONG);
        assertThat(source.log()).containsExactly("a=first", "a=second");
        assertThat(rows.get("a").value()).contains("second");
    }

    @Test
    void write_betweenTheClaimOfADrainAndItsBegin_isWhatReadersFind() {
        rows.put("a", "first");
        node.node.store.beforeNextBegin(() -> rows.put("a", "second"));
        node.passInterval();
        assertThat(source.log()).containsExactly("a=first");
        assertThat(rows.get("a").value()).contains("second");
        node.pass(LONG);
        assertThat(source.log()).containsExactly("a=first", "a=second");
    }

    @Test
    void write_betweenSourceAndSettling_isNotSettledWithIt() {
        for (WriteOptions options : List.of(WriteOptions.NONE, EVENTUAL)) {
            rows.put("a", "first");
            journal.at(Moment.BEFORE_SETTLE, () -> rows.put("a", "second", options));
            node.passInterval();
            assertThat(rows.get("a").value()).contains("second");
            node.pass(LONG);
            assertThat(source.rows()).containsEntry("a", "second");
        }
        assertThat(node.behind.status().pending()).isZero();
    }

    @Test
    void write_whileAnotherOfTheKeyIsBetweenJournalAndMemory_winsByItsOrder() {
        journal.at(Moment.AFTER_APPEND, () -> {
            rows.put("a", "second");
            node.passInterval();
        });
        rows.put("a", "first");
        assertThat(source.log()).containsExactly("a=second");
        node.pass(LONG);
        assertThat(source.log()).containsExactly("a=second");
        assertThat(rows.get("a").value()).contains("second");
        assertThat(node.journaled("a")).isEmpty();
    }

    @Test
    void invalidation_duringTheDrain_leavesTheValueThatWasWritten() {
        rows.put("a", "new");
        source.beforeNextStore(() -> {
            rows.invalidate("a");
            assertThat(rows.get("a").value()).contains("new");
        });
        node.passInterval();
        assertThat(rows.get("a").value()).contains("new");
        assertThat(source.log()).containsExactly("a=new");
    }

    @Test
    void direct_whileAWriteIsBetweenJournalAndMemory_isTheLast() {
        journal.at(Moment.AFTER_APPEND, () -> rows.put("a", "direct", DIRECT));
        rows.put("a", "behind");
        node.pass(LONG);
        assertThat(source.log()).containsExactly("a=direct");
        assertThat(node.journaled("a")).isEmpty();
        BehindNode next = afterACrash();
        next.pass(LONG);
        assertThat(source.log()).containsExactly("a=direct");
        assertThat(rows.get("a").value()).contains("direct");
    }

    @Test
    void direct_whileAWriteIsOnItsWayIntoAFullMemory_isTheLast() {
        BehindNode small = start(new WriteBehindSettings(100, Duration.ofSeconds(1), 1, Duration.ofSeconds(1), 1,
                RetryRules.DEFAULT, UrgencyRules.NONE));
        source.isAway(true);
        small.rows.put("first", "v");
        source.isAway(false);
        journal.at(Moment.AFTER_APPEND, () -> small.rows.put("a", "direct", DIRECT));
        small.rows.put("a", "behind");
        small.pass(LONG);
        assertThat(source.rows()).containsEntry("a", "direct").containsEntry("first", "v");
        assertThat(small.behind.status().pending()).isZero();
    }

    @Test
    void direct_whileTheKeyIsTakenFromTheJournal_isTheLast() {
        BehindNode small = start(new WriteBehindSettings(100, Duration.ofSeconds(1), 2, Duration.ofSeconds(1), 1,
                RetryRules.DEFAULT, UrgencyRules.NONE));
        small.rows.put("first", "v");
        small.rows.put("second", "v");
        small.rows.put("a", "spilled");
        journal.at(Moment.AFTER_FIND, () -> small.rows.put("a", "direct", DIRECT));
        small.pass(LONG);
        assertThat(source.log()).endsWith("a=direct").doesNotContain("a=spilled");
        assertThat(small.behind.status().pending()).isZero();
    }

    @Test
    void write_duringADirectOne_isAppliedAfterIt() {
        source.beforeNextStore(() -> {
            rows.put("a", "behind");
            node.passInterval();
            assertThat(source.log()).as("no drain while a direct write is under way").isEmpty();
        });
        rows.put("a", "direct", DIRECT);
        node.pass(LONG);
        assertThat(source.log()).containsExactly("a=direct", "a=behind");
        assertThat(rows.get("a").value()).contains("behind");
    }

    @Test
    void direct_duringADrainOfTheKey_waitsForItsEnd() {
        BehindNode slow = new BehindNode(new Cluster(), MemoryAdapters.journal(1_000), BehindNode.SETTINGS, held::add,
                source);
        CountDownLatch inTheSource = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        slow.rows.put("a", "behind");
        slow.passInterval();
        source.beforeNextStore(() -> {
            inTheSource.countDown();
            await(goOn);
        });
        Thread drain = Thread.ofVirtual().start(held.remove());
        await(inTheSource);
        // The direct write lets time pass only while it waits for the drain.
        slow.cluster.clock.onStep(() -> {
            assertThat(source.log()).doesNotContain("a=direct");
            goOn.countDown();
            join(drain);
        });
        slow.rows.put("a", "direct", DIRECT);
        assertThat(source.log()).containsExactly("a=behind", "a=direct");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void join(Thread thread) {
        try {
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void direct_whoseJournalFails_isNotAcknowledged() {
        rows.put("a", "behind");
        journal.at(Moment.BEFORE_SETTLE, () -> {
            throw new CacheWriteException("no space");
        });
        assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> rows.put("a", "direct", DIRECT))
                .withMessageContaining("write it again");
    }

    @Test
    void read_whileTheDrainEnds_neverFindsTheOldValue() {
        for (Moment moment : List.of(Moment.BEFORE_SETTLE, Moment.AFTER_SETTLE)) {
            source.rows().put("a", "old");
            rows.put("a", "new");
            journal.at(moment, () -> {
                rows.invalidate("a");
                assertThat(rows.get("a").value()).contains("new");
            });
            node.passInterval();
            assertThat(rows.get("a").value()).contains("new");
        }
    }

    @Test
    void load_thatReadTheSourceBeforeAWrite_isNotFoundAfterIt() {
        source.rows().put("a", "old");
        String read = rows.getOrLoad("a", id -> {
            String before = source.load(id).orElseThrow();
            rows.put("a", "new");
            return before;
        });
        assertThat(read).isEqualTo("old");
        assertThat(rows.get("a").value()).contains("new");
        rows.invalidate("a");
        assertThat(rows.get("a").value()).contains("new");
    }

    @Test
    void load_onAnotherNodeThatReadTheSourceBeforeADrain_isNotFoundAfterIt() {
        source.rows().put("a", "old");
        Cache<String> elsewhere = node.cluster.node().caches.declare(CacheDefinition.of("rows", String.class)
                .withSource(source));
        rows.put("a", "new");
        rows.invalidate("a");
        elsewhere.getOrLoad("a", id -> {
            String before = source.load(id).orElseThrow();
            node.passInterval();
            return before;
        });
        assertThat(elsewhere.get("a").value()).contains("new");
        assertThat(rows.get("a").value()).contains("new");
    }

    @Test
    void stop_whileAWriteIsOnItsWay_drainsItOrLeavesItInTheJournal() {
        List<WriteBehindStatus> left = new ArrayList<>();
        journal.at(Moment.BEFORE_APPEND, () -> left.add(node.behind.stop(Duration.ofSeconds(1))));
        rows.put("a", "new");
        assertThat(source.log()).isEmpty();
        assertThat(node.journaled("a")).isPresent();
        BehindNode next = afterACrash();
        next.passInterval();
        assertThat(source.log()).containsExactly("a=new");
        assertThat(left).hasSize(1);
    }

    @Test
    void write_whileAPoisonOfTheKeyIsSetAside_isApplied() {
        rows.put("a", "poison");
        journal.at(Moment.BEFORE_BURY, () -> rows.put("a", "cured"));
        node.pass(LONG);
        assertThat(source.rows()).containsEntry("a", "cured");
        assertThat(rows.get("a").value()).contains("cured");
        long id = node.behind.deadLetters().list(0, 1).getFirst().id();
        assertThat(node.behind.deadLetters().retry(id)).isEqualTo(DeadLetters.Retry.OVERTAKEN);
    }

    @Test
    void settling_thatFails_isMadeUpForLater() {
        rows.put("a", "new");
        journal.at(Moment.BEFORE_SETTLE, () -> {
            throw new CacheWriteException("no space");
        });
        node.pass(LONG);
        assertThat(node.journaled("a")).isEmpty();
        assertThat(node.behind.status().pending()).isZero();
        assertThat(source.rows()).containsEntry("a", "new");
    }

    @Test
    void drain_thatTheExecutorRefuses_isBegunLater() {
        Queue<Runnable> refusals = new ArrayDeque<>(List.of(() -> {}));
        BehindNode busy = new BehindNode(new Cluster(), MemoryAdapters.journal(1_000), BehindNode.SETTINGS, task -> {
            if (Optional.ofNullable(refusals.poll()).isPresent()) {
                throw new RejectedExecutionException("busy");
            }
            task.run();
        }, source);
        busy.rows.put("a", "new");
        busy.pass(LONG);
        assertThat(source.log()).containsExactly("a=new");
    }
}
