package io.hexcache.simulation.race;

import static io.hexcache.simulation.port.Call.Operation.ANNOUNCE;
import static io.hexcache.simulation.port.Call.Operation.FETCH;
import static io.hexcache.simulation.port.Call.Operation.LOCAL_PUT;
import static io.hexcache.simulation.port.Call.Operation.PUT;
import static io.hexcache.simulation.port.Call.Operation.REMOVE;
import static io.hexcache.simulation.port.Call.Operation.SOURCE_STORE;

import io.hexcache.domain.key.KeySelection;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads and writes that go on while L2 lacks a change, and while it is told. */
class RepetitionRaceTest {

    private static Set<KeySelection> selections() {
        return Set.of(Fleet.BY_KEY, new KeySelection.Tagged(Set.of(Setting.RED)));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void put_overtakenAtTheSourceByAChangeWhoseInvalidationIsDeferred_isNotReadHere(KeySelection selection) {
        Race.of("put against a deferred invalidation", Setting.of(2).tagged()).given(fleet -> {
            fleet.truth().commit(true);
            fleet.node(0).get();
        }).given(Fleet::observeAll).stepsAt(SOURCE_STORE, PUT, LOCAL_PUT).stepsAfter(SOURCE_STORE)
                .part("writer", 0, 4, fleet -> fleet.node(0).put())
                .part("invalidator", 0, 3, fleet -> {
                    fleet.step("the store goes away");
                    fleet.node(0).way().cut(true);
                    fleet.step("something else changes the source");
                    fleet.node(0).change(selection);
                    fleet.step("the store is back");
                    fleet.node(0).way().cut(false);
                })
                .atRandomAlso("reader", 0, fleet -> fleet.node(0).get())
                .atRandomAlso("repetition", 0, fleet -> fleet.node(0).node().repeatDeferred())
                .atRandomAlso("other reader", 1, fleet -> fleet.node(1).get()).all().random();
    }

    @Test
    void put_overtakenByAChangeThatAStoreHasLost_isNotReadHere() {
        Race.of("put against a lost invalidation", Setting.of(1).onSimulatedStore()).given(fleet -> {
            fleet.truth().commit(true);
            fleet.node(0).get();
        }).given(Fleet::observeAll).stepsAt(SOURCE_STORE, PUT, LOCAL_PUT).stepsAfter(SOURCE_STORE)
                .part("writer", 0, 4, fleet -> fleet.node(0).put())
                .part("invalidator", 0, 3, fleet -> {
                    fleet.step("a replica is up to date");
                    fleet.backing().keep().run();
                    fleet.step("something else changes the source");
                    fleet.node(0).change(Fleet.BY_KEY);
                    fleet.step("the replica takes over");
                    fleet.backing().goBack().run();
                })
                .atRandomAlso("pulse", 0, fleet -> fleet.node(0).pulse())
                .atRandomAlso("reader", 0, fleet -> fleet.node(0).get()).all().random();
    }

    @Test
    void answer_fromBeforeADeferredRemovalWasRepeated_isNotUsed() {
        Race.of("read against the repetition of a removal", Setting.of(1)).given(fleet -> {
            fleet.truth().commit(true);
            fleet.node(0).get();
            fleet.node(0).way().cut(true);
            fleet.node(0).change(Fleet.BY_KEY);
            fleet.node(0).way().cut(false);
        }).stepsAt(FETCH, REMOVE, ANNOUNCE).stepsAfter(FETCH)
                .part("reader", 0, 4, fleet -> fleet.node(0).get())
                .part("repetition", 0, 2, fleet -> fleet.node(0).node().repeatDeferred())
                .atRandomAlso("later reader", 0, fleet -> fleet.node(0).get()).all().random();
    }

    @Test
    void answer_fromBeforeAStoreThatHasLostARemovalWasToldAgain_isNotUsed() {
        Race.of("read against the repetition after a failover", Setting.of(1).onSimulatedStore()).given(fleet -> {
            fleet.truth().commit(true);
            fleet.node(0).get();
            fleet.backing().keep().run();
            fleet.node(0).change(Fleet.BY_KEY);
            fleet.backing().goBack().run();
        }).stepsAt(FETCH, REMOVE, ANNOUNCE).stepsAfter(FETCH)
                .part("reader", 0, 4, fleet -> fleet.node(0).get())
                .part("pulse", 0, 3, fleet -> {
                    fleet.step("a pulse");
                    fleet.node(0).pulse();
                })
                .atRandomAlso("later reader", 0, fleet -> fleet.node(0).get()).all().random();
    }
}
