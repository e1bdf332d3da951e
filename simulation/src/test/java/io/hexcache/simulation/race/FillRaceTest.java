package io.hexcache.simulation.race;

import static io.hexcache.simulation.port.Call.Operation.ANNOUNCE;
import static io.hexcache.simulation.port.Call.Operation.FETCH;
import static io.hexcache.simulation.port.Call.Operation.FILL;
import static io.hexcache.simulation.port.Call.Operation.LOCAL_GET;
import static io.hexcache.simulation.port.Call.Operation.LOCAL_PUT;
import static io.hexcache.simulation.port.Call.Operation.LOCAL_REMOVE;
import static io.hexcache.simulation.port.Call.Operation.REMOVE;
import static io.hexcache.simulation.port.Call.Operation.REMOVE_ALL;
import static io.hexcache.simulation.port.Call.Operation.SOURCE_LOAD;
import static io.hexcache.simulation.port.Call.Operation.STAMP;

import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was read before an invalidation is stored after it, and may not be read any more. */
class FillRaceTest {

    private static final KeySelection BY_TAG = new KeySelection.Tagged(Set.of(Setting.RED));

    /** One node loads, another one invalidates; at random each of them reads, too. */
    private static Race fill(String name, Setting setting, KeySelection selection) {
        return Race.of(name, setting).given(fleet -> {
            fleet.truth().commit(true);
            fleet.observeAll();
        }).stepsAt(FETCH, LOCAL_PUT).stepsAfter(SOURCE_LOAD).part("reader", 1, 3, fleet -> fleet.node(1).get())
                .part("invalidator", 0, 2, fleet -> fleet.node(0).change(selection))
                .part("bus", -1, 1, Race.arrivals(1, 1))
                .atRandomAlso("own reader", 0, fleet -> fleet.node(0).get())
                .atRandomAlso("later reader", 1, fleet -> fleet.node(1).get());
    }

    @Test
    void fill_ofL1AfterInvalidation_isNotRead() {
        Race.of("fill of L1 after invalidation", Setting.of(1)).given(fleet -> {
            fleet.truth().commit(true);
            fleet.observeAll();
        }).stepsAt(LOCAL_GET, FETCH, SOURCE_LOAD, FILL, LOCAL_PUT, REMOVE, LOCAL_REMOVE, ANNOUNCE)
                .part("reader", 0, 5, fleet -> fleet.node(0).get())
                .part("invalidator", 0, 3, fleet -> fleet.node(0).change(Fleet.BY_KEY))
                .atRandomAlso("later reader", 0, fleet -> fleet.node(0).get()).all().random();
    }

    @Test
    void fill_ofL2AfterInvalidation_isNotRead() {
        fill("fill of L2 after invalidation", Setting.of(2), Fleet.BY_KEY).stepsAt(REMOVE, ANNOUNCE).all().random();
    }

    @Test
    void fill_afterInvalidationByTagThatIsListed_isNotRead() {
        fill("fill after invalidation by a tag known before", Setting.of(2).tagged(), BY_TAG).given(fleet -> {
            fleet.node(1).get();
            fleet.node(1).invalidate(Fleet.BY_KEY, 0);
            fleet.node(0).hearAll();
        }).stepsAt(STAMP, REMOVE).all().random();
    }

    @Test
    void fill_afterInvalidationByTagThatOnlyTheLoadShows_isNotRead() {
        fill("fill after invalidation by a tag known after the load", Setting.of(2).tagged(), BY_TAG)
                .stepsAt(STAMP, ANNOUNCE).all().random();
    }

    @Test
    void fill_afterClearOfItsNamespace_isNotRead() {
        fill("fill after clear", Setting.of(2), new KeySelection.Cleared(Fleet.NAMESPACE)).stepsAt(STAMP, ANNOUNCE)
                .all().random();
    }

    @Test
    void fill_afterInvalidationByPattern_isNotRead() {
        fill("fill after invalidation by pattern", Setting.of(2).onSimulatedStore(), new KeySelection.Matching(
                KeyPattern.of("race:*"))).stepsAt(REMOVE_ALL).all().random();
    }

    @Test
    void promotion_afterRemovalFromL2_isNotRead() {
        Race.of("L1 set after L2 delete", Setting.of(2)).given(fleet -> {
            fleet.truth().commit(true);
            fleet.node(0).get();
            fleet.observeAll();
        }).stepsAt(FETCH, LOCAL_PUT, REMOVE, ANNOUNCE).stepsAfter(FETCH)
                .part("reader", 1, 3, fleet -> fleet.node(1).get())
                .part("invalidator", 0, 2, fleet -> fleet.node(0).change(Fleet.BY_KEY))
                .part("bus", -1, 1, Race.arrivals(1, 1))
                .atRandomAlso("later reader", 1, fleet -> fleet.node(1).get()).all().random();
    }

    @Test
    void joiner_afterInvalidation_doesNotGetTheLoadFromBefore() {
        Race.of("a reader that would join an older load", Setting.of(2)).given(fleet -> fleet.truth().commit(true))
                .stepsAt(FETCH, SOURCE_LOAD, FILL, LOCAL_PUT, REMOVE, LOCAL_REMOVE, ANNOUNCE)
                .part("reader", 0, 4, fleet -> fleet.node(0).get())
                .part("invalidator", 0, 7, fleet -> {
                    fleet.node(0).change(Fleet.BY_KEY);
                    fleet.node(0).get();
                })
                .atRandomAlso("bus", -1, Race.arrivals(1, 1))
                .atRandomAlso("reader elsewhere", 1, fleet -> fleet.node(1).get())
                .atRandomAlso("later reader elsewhere", 1, fleet -> fleet.node(1).get())
                .allThatArePossible(10_000).random();
    }
}
