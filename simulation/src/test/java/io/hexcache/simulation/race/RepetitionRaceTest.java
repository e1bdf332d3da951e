package io.hexcache.simulation.race;

import static io.hexcache.simulation.port.Call.Operation.ANNOUNCE;
import static io.hexcache.simulation.port.Call.Operation.FETCH;
import static io.hexcache.simulation.port.Call.Operation.REMOVE;

import org.junit.jupiter.api.Test;

/** Answers of L2 that are on their way while L2 is told what it lacks. */
class RepetitionRaceTest {

    @Test
    void answer_fromBeforeADeferredRemovalWasRepeated_isNotUsed() {
        Race.of("read against the repetition of a removal", Setting.of(1)).given(fleet -> {
            fleet.truth().commit(true);
            fleet.node(0).get();
            fleet.node(0).way().cut(true);
            fleet.node(0).change(Fleet.BY_KEY);
            fleet.node(0).owes(2);
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
