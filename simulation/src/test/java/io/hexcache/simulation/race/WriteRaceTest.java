package io.hexcache.simulation.race;

import static io.hexcache.simulation.port.Call.Operation.ANNOUNCE;
import static io.hexcache.simulation.port.Call.Operation.BEGIN;
import static io.hexcache.simulation.port.Call.Operation.EXPIRE;
import static io.hexcache.simulation.port.Call.Operation.FETCH;
import static io.hexcache.simulation.port.Call.Operation.FILL;
import static io.hexcache.simulation.port.Call.Operation.LOCAL_GET;
import static io.hexcache.simulation.port.Call.Operation.LOCAL_PUT;
import static io.hexcache.simulation.port.Call.Operation.LOCAL_REMOVE;
import static io.hexcache.simulation.port.Call.Operation.PUT;
import static io.hexcache.simulation.port.Call.Operation.REMOVE;
import static io.hexcache.simulation.port.Call.Operation.SET;
import static io.hexcache.simulation.port.Call.Operation.SOURCE_LOAD;
import static io.hexcache.simulation.port.Call.Operation.SOURCE_STORE;
import static io.hexcache.simulation.port.Call.Operation.STAMP;
import static io.hexcache.simulation.port.Call.Operation.STAMPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.policy.Jitter;
import io.hexcache.domain.policy.TtlPolicy;
import io.hexcache.domain.policy.TtlRules;
import io.hexcache.domain.port.CacheStore;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Writes against writes, against reads, and against their own end. */
class WriteRaceTest {

    private static final Setting SLIDING = Setting.of(2).with(Setting.PLAIN.with(new TtlPolicy(Setting.TTL, Setting.TTL,
            Jitter.NONE, true, TtlRules.NONE, Optional.empty())));

    private static void warm(Fleet fleet) {
        fleet.truth().commit(true);
        fleet.node(0).get();
        fleet.node(1).get();
    }

    @Test
    void put_twoWritersOnOneNode_leaveNothingOlderThanTheSource() {
        Race.of("two writers on one node", Setting.of(2)).given(WriteRaceTest::warm).given(Fleet::observeAll)
                .stepsAt(BEGIN, SOURCE_STORE, PUT, LOCAL_PUT, LOCAL_REMOVE, ANNOUNCE)
                .part("writer", 0, 5, fleet -> fleet.node(0).put())
                .part("other writer", 0, 5, fleet -> fleet.node(0).put())
                .atRandomAlso("reader", 0, fleet -> fleet.node(0).get())
                .atRandomAlso("bus", -1, Race.arrivals(2, 1))
                .atRandomAlso("reader elsewhere", 1, fleet -> fleet.node(1).get()).all().random();
    }

    @Test
    void put_twoWritersOnTwoNodes_leaveNothingOlderThanTheSource() {
        Race.of("two writers on two nodes", Setting.of(2)).given(WriteRaceTest::warm).given(Fleet::observeAll)
                .stepsAt(SOURCE_STORE, PUT, LOCAL_PUT, LOCAL_REMOVE)
                .part("writer", 0, 3, fleet -> fleet.node(0).put())
                .part("other writer", 1, 3, fleet -> fleet.node(1).put())
                .part("bus", -1, 1, Race.arrivals(1, 0, 1))
                .atRandomAlso("reader", 0, fleet -> fleet.node(0).get())
                .atRandomAlso("other reader", 1, fleet -> fleet.node(1).get()).all().random();
    }

    @Test
    void put_whileItsAbsenceIsLoaded_isRead() {
        Race.of("absent against create", Setting.of(2)).given(Fleet::observeAll)
                .stepsAt(FETCH, FILL, LOCAL_PUT, PUT)
                .part("reader", 1, 3, fleet -> fleet.node(1).get())
                .part("creator", 0, 2, fleet -> fleet.node(0).put())
                .part("bus", -1, 1, Race.arrivals(1, 1))
                .atRandomAlso("deleter", 0, fleet -> fleet.node(0).delete())
                .atRandomAlso("own reader", 0, fleet -> fleet.node(0).get()).all().random();
    }

    @Test
    void put_thatDiesBeforeItsEnd_leavesTheOldValueForTheLifeOfItsToken() {
        Race.of("a writer that dies", Setting.of(2)).given(fleet -> {
            fleet.truth().commit(true);
            fleet.node(0).get();
            fleet.truth().afterCommit(() -> fleet.node(0).host().crash());
        }).stepsAt(BEGIN, SOURCE_STORE, PUT, LOCAL_GET, FETCH, SOURCE_LOAD, FILL, LOCAL_PUT)
                .part("writer", 0, 2, fleet -> fleet.node(0).put())
                .part("reader", 1, 5, fleet -> fleet.node(1).get())
                .then(fleet -> fleet.pass(CacheStore.TOKEN_LIFE)).then(Fleet::settle).all().random();
    }

    @Test
    void put_thatDiesAtAnyStep_leavesTheOldValueForTheLifeOfItsToken() {
        Race.of("a writer that dies anywhere", Setting.of(2)).given(WriteRaceTest::warm)
                .part("writer", 0, 0, fleet -> fleet.node(0).put())
                .part("death", -1, 0, fleet -> {
                    for (int i = 0; i < 5; i++) {
                        fleet.step("still alive");
                    }
                    fleet.node(0).host().crash();
                })
                .part("reader", 1, 0, fleet -> fleet.node(1).get())
                .part("bus", -1, 0, Race.arrivals(1, 1))
                .then(fleet -> fleet.pass(CacheStore.TOKEN_LIFE)).then(Fleet::settle).random();
    }

    @Test
    void put_appliedLateAfterAnotherWrite_isNotRead() {
        Race.of("a late put against a write", Setting.of(2)).given(WriteRaceTest::warm).given(fleet -> {
            fleet.node(0).way().delayNext(PUT);
            fleet.observeAll();
        }).stepsAt(SOURCE_STORE, PUT, REMOVE)
                .part("writer", 0, 3, fleet -> fleet.node(0).put())
                .part("other writer", 1, 2, fleet -> fleet.node(1).put())
                .part("network", -1, 1, fleet -> {
                    fleet.step("the late put arrives");
                    fleet.node(0).way().applyLate();
                })
                .atRandomAlso("bus", -1, Race.arrivals(1, 0, 1))
                .atRandomAlso("reader", 0, fleet -> fleet.node(0).get())
                .atRandomAlso("other reader", 1, fleet -> fleet.node(1).get()).all().random();
    }

    @Test
    void put_appliedLateAfterAnInvalidation_isNotRead() {
        Race.of("a late put against an invalidation", Setting.of(2)).given(WriteRaceTest::warm).given(fleet -> {
            fleet.node(0).way().delayNext(PUT);
            fleet.observeAll();
        }).stepsAt(SOURCE_STORE, PUT, REMOVE)
                .part("writer", 0, 3, fleet -> fleet.node(0).put())
                .part("invalidator", 1, 1, fleet -> fleet.node(1).change(Fleet.BY_KEY))
                .part("network", -1, 1, fleet -> {
                    fleet.step("the late put arrives");
                    fleet.node(0).way().applyLate();
                })
                .atRandomAlso("bus", -1, Race.arrivals(1, 0, 1))
                .atRandomAlso("reader", 0, fleet -> fleet.node(0).get())
                .atRandomAlso("other reader", 1, fleet -> fleet.node(1).get()).all().random();
    }

    @Test
    void put_whileAReadProlongsTheOldValue_isReadAfterwards() {
        Race.of("prolonging against a write", SLIDING).given(WriteRaceTest::warm)
                .given(fleet -> fleet.pass(Duration.ofSeconds(14), Duration.ofSeconds(2)))
                .stepsAt(EXPIRE, LOCAL_PUT, PUT, LOCAL_REMOVE).stepsAfter(LOCAL_GET)
                .part("reader", 1, 4, fleet -> fleet.node(1).get())
                .part("writer", 0, 2, fleet -> fleet.node(0).put())
                .part("bus", -1, 1, Race.arrivals(1, 1))
                .atRandomAlso("own reader", 0, fleet -> fleet.node(0).get()).all().random();
    }

    @Test
    void put_thatDiesWhileAReadProlongsTheOldValue_leavesItForTheLifeOfItsToken() {
        Race.of("prolonging against a writer that dies", SLIDING).given(WriteRaceTest::warm).given(fleet -> {
            fleet.pass(Duration.ofSeconds(14), Duration.ofSeconds(2));
            fleet.truth().afterCommit(() -> fleet.node(0).host().crash());
        }).stepsAt(LOCAL_GET, EXPIRE, LOCAL_PUT, BEGIN, SOURCE_STORE, PUT)
                .part("reader", 1, 4, fleet -> fleet.node(1).get())
                .part("writer", 0, 2, fleet -> fleet.node(0).put())
                .then(fleet -> fleet.pass(CacheStore.TOKEN_LIFE)).then(Fleet::settle).all().random();
    }

    @Test
    void put_withoutSourceAgainstClear_isReadIfItBeganLater() {
        Race.of("clear against set", Setting.of(2).withoutSource()).given(fleet -> {
            fleet.node(0).put(1);
            fleet.node(1).hearAll();
            fleet.node(1).peek();
            fleet.observeAll();
        }).stepsAt(STAMPS, SET, ANNOUNCE, STAMP)
                .part("putter", 0, 3, fleet -> {
                    boolean cleared = fleet.promises().completed() > 1;
                    fleet.node(0).put(2);
                    if (cleared) {
                        assertThat(fleet.course().atOnce(fleet.node(0)::peek)).isInstanceOf(Lookup.Hit.class);
                    }
                })
                .part("clearer", 1, 2, fleet -> fleet.node(1).invalidate(new KeySelection.Cleared(Fleet.NAMESPACE), 2))
                .part("bus", -1, 1, Race.arrivals(1, 0, 1))
                .atRandomAlso("reader", 0, fleet -> fleet.node(0).peek())
                .atRandomAlso("other reader", 1, fleet -> fleet.node(1).peek())
                .then(fleet -> {
                    fleet.calmDown();
                    fleet.node(0).owes(2);
                    fleet.node(1).owes(2);
                    assertThat(fleet.node(0).peek().value()).isEqualTo(fleet.node(1).peek().value());
                }).all().random();
    }
}
