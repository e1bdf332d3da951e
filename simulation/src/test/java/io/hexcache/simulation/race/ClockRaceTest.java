package io.hexcache.simulation.race;

import static io.hexcache.simulation.port.Call.Operation.ANNOUNCE;
import static io.hexcache.simulation.port.Call.Operation.EXCHANGE;
import static io.hexcache.simulation.port.Call.Operation.FETCH;
import static io.hexcache.simulation.port.Call.Operation.FILL;
import static io.hexcache.simulation.port.Call.Operation.INDEX;
import static io.hexcache.simulation.port.Call.Operation.LOCAL_GET;
import static io.hexcache.simulation.port.Call.Operation.LOCAL_PUT;
import static io.hexcache.simulation.port.Call.Operation.RELEASE;
import static io.hexcache.simulation.port.Call.Operation.REMOVE;
import static io.hexcache.simulation.port.Call.Operation.SOURCE_LOAD;
import static io.hexcache.simulation.port.Call.Operation.STAMP;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.coherence.LocalTrust;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.policy.FreshnessPolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.policy.TtlPolicy;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What time, the bus and the end of processes do to reads. */
class ClockRaceTest {

    private static final KeySelection BY_TAG = new KeySelection.Tagged(Set.of(Setting.RED));
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private static void warm(Fleet fleet) {
        fleet.truth().commit(true);
        fleet.node(0).get();
        fleet.node(1).get();
        fleet.observeAll();
    }

    @Test
    void fill_underALeaseThatHasExpired_isNotRead() {
        Race.of("lease expiry while the loader runs", Setting.of(2)).given(fleet -> {
            fleet.truth().commit(true);
            fleet.observeAll();
        }).stepsAt(FETCH, SOURCE_LOAD, FILL, LOCAL_PUT, REMOVE)
                .part("reader", 0, 4, fleet -> fleet.node(0).tryToGet())
                .part("clock", -1, 1, fleet -> {
                    fleet.step("the lease expires");
                    fleet.pass(TEN_SECONDS, Duration.ofSeconds(1));
                })
                .part("invalidator", 1, 1, fleet -> fleet.node(1).change(Fleet.BY_KEY))
                .atRandomAlso("later reader", 0, fleet -> fleet.node(0).tryToGet())
                .atRandomAlso("other reader", 1, fleet -> fleet.node(1).tryToGet())
                .atRandomAlso("bus", -1, Race.arrivals(1, 0)).all().random();
    }

    @Test
    void fill_underALeaseThatAnotherHasNow_isNotRead() {
        Race.of("lease expiry while two loaders run", Setting.of(2)).given(fleet -> {
            fleet.truth().commit(true);
            fleet.observeAll();
        }).stepsAt(SOURCE_LOAD, FILL)
                .part("reader", 0, 2, fleet -> fleet.node(0).tryToGet())
                .part("clock", -1, 1, fleet -> {
                    fleet.step("the lease expires");
                    fleet.pass(TEN_SECONDS, Duration.ofSeconds(1));
                })
                .part("invalidator and reader", 1, 2, fleet -> {
                    fleet.node(1).change(Fleet.BY_KEY);
                    fleet.node(1).tryToGet();
                }).allThatArePossible(10_000).random();
    }

    @Test
    void refresh_aheadOnTwoNodes_asksTheSourceOnce() {
        Race.of("double refresh", Setting.of(2).with(Setting.PLAIN.with(TtlPolicy.of(TEN_SECONDS, TEN_SECONDS)).with(
                new FreshnessPolicy(RefreshMode.Ahead.DEFAULT, Duration.ZERO)))).given(fleet -> {
                    fleet.truth().commit(true);
                    fleet.node(0).get();
                    fleet.node(1).get();
                    fleet.pass(Duration.ofMillis(8_500));
                }).stepsAt(FETCH, SOURCE_LOAD, FILL, LOCAL_PUT, RELEASE)
                .part("reader", 0, 5, fleet -> fleet.node(0).get())
                .part("other reader", 1, 5, fleet -> fleet.node(1).get())
                .atRandomAlso("later reader", 0, fleet -> fleet.node(0).get())
                .atRandomAlso("other later reader", 1, fleet -> fleet.node(1).get())
                .then(fleet -> assertThat(fleet.truth().loads()).as("loads, the first one included").isEqualTo(2))
                .then(Fleet::settle).all().random();
    }

    @Test
    void message_thatComesAfterANewerOne_doesNotBringTheOldBack() {
        Race.of("late bus message against newer value", Setting.of(3).tagged()).given(ClockRaceTest::warm)
                .given(fleet -> {
                    fleet.node(0).change(BY_TAG);
                    fleet.node(2).hearAll();
                }).stepsAt(INDEX, FILL, STAMP)
                .part("reader", 0, 2, fleet -> fleet.node(0).get())
                .part("invalidator", 2, 2, fleet -> fleet.node(2).change(BY_TAG))
                .part("bus", -1, 2, fleet -> {
                    fleet.step("the newest message arrives");
                    fleet.node(1).hearLatest();
                    fleet.step("the other message arrives");
                    fleet.node(1).hear();
                })
                .atRandomAlso("other reader", 1, fleet -> fleet.node(1).get())
                .atRandomAlso("third reader", 2, fleet -> fleet.node(2).get()).all().random();
    }

    @Test
    void invalidation_whileDisconnected_isSeenAfterTheFirstPulse() {
        Race.of("invalidation while disconnected", Setting.of(2)).given(fleet -> {
            fleet.truth().commit(true);
            fleet.node(0).get();
            fleet.observeAll();
        }).stepsAt(FETCH, LOCAL_PUT, ANNOUNCE, EXCHANGE)
                .part("network", -1, 4, fleet -> {
                    fleet.step("the subscription breaks");
                    fleet.node(1).disconnect();
                    fleet.step("the subscription stands");
                    fleet.node(1).reconnect();
                    fleet.step("a pulse");
                    fleet.node(1).pulse();
                })
                .part("invalidator", 0, 1, fleet -> fleet.node(0).change(Fleet.BY_KEY))
                .part("reader", 1, 2, fleet -> fleet.node(1).get())
                .atRandomAlso("later reader", 1, fleet -> fleet.node(1).get())
                .atRandomAlso("bus", -1, Race.arrivals(1, 1)).all().random();
    }

    @Test
    void invalidation_whoseMessageIsLost_isSeenAfterASecond() {
        Race.of("a lost message", Setting.of(2)).given(ClockRaceTest::warm)
                .stepsAt(FETCH, LOCAL_PUT, ANNOUNCE)
                .part("network", -1, 2, fleet -> {
                    fleet.step("messages are lost");
                    fleet.node(1).goDeaf();
                    fleet.step("messages arrive again");
                    fleet.node(1).hearAgain();
                })
                .part("invalidator", 0, 2, fleet -> {
                    fleet.node(0).change(Fleet.BY_KEY);
                    fleet.step("a second passes");
                    fleet.pass(LocalTrust.BOUND);
                    fleet.node(1).owes(fleet.promises().completed());
                })
                .part("reader", 1, 2, fleet -> fleet.node(1).get())
                .atRandomAlso("later reader", 1, fleet -> fleet.node(1).get()).all().random();
    }

    @Test
    void read_afterAPause_isNotOlderThanTheBound() {
        Race.of("a paused node", Setting.of(2)).given(ClockRaceTest::warm)
                .stepsAt(LOCAL_GET, FETCH, SOURCE_LOAD, FILL, LOCAL_PUT, REMOVE, ANNOUNCE)
                .part("invalidator", 0, 3, fleet -> {
                    fleet.node(0).change(Fleet.BY_KEY);
                    fleet.step("time passes, and the other node stands still");
                    fleet.scheduler().advance(LocalTrust.UNTRUSTED_BOUND);
                    fleet.node(1).owes(fleet.promises().completed());
                })
                .part("reader", 1, 5, fleet -> fleet.node(1).get()).all();
        Race.of("a paused node", Setting.of(2)).given(ClockRaceTest::warm)
                .part("pause", -1, 0, fleet -> {
                    fleet.step("begins");
                    fleet.node(1).host().pause();
                    fleet.node(0).change(Fleet.BY_KEY);
                    fleet.scheduler().advance(LocalTrust.UNTRUSTED_BOUND);
                    fleet.node(1).owes(fleet.promises().completed());
                    fleet.node(1).host().resume();
                })
                .part("reader", 1, 0, fleet -> fleet.node(1).get())
                .part("later reader", 1, 0, fleet -> fleet.node(1).get())
                .part("bus", 1, 0, Race.arrivals(1, 1)).random();
    }

    @Test
    void load_onANodeThatStops_isNotReadAfterAnInvalidation() {
        Race.of("shutdown against load", Setting.of(2)).given(fleet -> {
            fleet.truth().commit(true);
            fleet.observeAll();
        }).stepsAt(FETCH, FILL, LOCAL_PUT, REMOVE, ANNOUNCE)
                .part("reader", 0, 3, fleet -> fleet.node(0).tryToGet())
                .part("shutdown", 0, 1, fleet -> {
                    fleet.step("the node stops");
                    fleet.node(0).stop();
                })
                .part("invalidator", 1, 2, fleet -> fleet.node(1).change(Fleet.BY_KEY))
                .atRandomAlso("other reader", 1, fleet -> fleet.node(1).tryToGet())
                .atRandomAlso("bus", -1, Race.arrivals(1, 0))
                // Whatever the node has left behind ends by itself.
                .then(fleet -> fleet.pass(TEN_SECONDS)).then(Fleet::settle).all().random();
    }

    @Test
    void read_afterAFailoverToAnOlderCopy_isNotOlderThanAnInvalidation() {
        Race.of("failover to an older copy", Setting.of(2).onSimulatedStore()).given(ClockRaceTest::warm)
                .given(fleet -> fleet.backing().keep().run()).stepsAt(REMOVE, ANNOUNCE)
                .part("invalidator", 0, 2, fleet -> fleet.node(0).change(Fleet.BY_KEY))
                .part("store", -1, 1, fleet -> {
                    fleet.step("an older copy takes over");
                    fleet.backing().goBack().run();
                })
                .part("pulse", 0, 3, fleet -> {
                    fleet.step("a pulse");
                    fleet.node(0).pulse();
                })
                .atRandomAlso("reader", 0, fleet -> fleet.node(0).get())
                .atRandomAlso("other reader", 1, fleet -> fleet.node(1).get())
                .atRandomAlso("bus", -1, Race.arrivals(2, 1)).all().random();
    }
}
