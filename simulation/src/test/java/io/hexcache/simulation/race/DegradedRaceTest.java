package io.hexcache.simulation.race;

import static io.hexcache.simulation.port.Call.Operation.GET;
import static io.hexcache.simulation.port.Call.Operation.LOCAL_GET;
import static io.hexcache.simulation.port.Call.Operation.LOCAL_REMOVE;
import static io.hexcache.simulation.port.Call.Operation.SOURCE_LOAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.coherence.LocalTrust;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.policy.FreshnessPolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.simulation.world.Versioned;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies that are served as stale while neither L2 nor the bus answers, and the changes of their own node. */
class DegradedRaceTest {

    private static final Duration AWAY = LocalTrust.UNTRUSTED_BOUND.plus(LocalTrust.BOUND);

    private static final Setting STALE = Setting.of(1).tagged().with(Setting.PLAIN.with(new FreshnessPolicy(
            new RefreshMode.None(), Setting.TTL)));

    private static Set<KeySelection> selections() {
        return Set.of(Fleet.BY_KEY, new KeySelection.Tagged(Set.of(Setting.RED)));
    }

    private static void outage(Fleet fleet) {
        fleet.truth().commit(true);
        fleet.node(0).get();
        fleet.node(0).way().cut(true);
        fleet.node(0).disconnect();
        fleet.pass(AWAY);
        Lookup<Versioned> kept = fleet.node(0).get();
        assertThat(kept).isInstanceOfSatisfying(Lookup.Hit.class, hit -> assertThat(hit.freshness()).isEqualTo(
                Freshness.STALE));
    }

    private static void recover(Fleet fleet) {
        fleet.node(0).way().cut(false);
        fleet.node(0).reconnect();
        fleet.settle();
    }

    @ParameterizedTest
    @MethodSource("selections")
    void keptCopy_invalidatedWhileAReaderAsksInVain_isNotReadAfterwards(KeySelection selection) {
        Race.of("kept copy against a deferred invalidation", STALE).given(DegradedRaceTest::outage)
                .stepsAt(GET, LOCAL_GET, LOCAL_REMOVE, SOURCE_LOAD)
                .part("reader", 0, 4, fleet -> {
                    fleet.node(0).tryToGet();
                    fleet.node(0).tryToGet();
                })
                .part("invalidator", 0, 2, fleet -> fleet.node(0).change(selection))
                .atRandomAlso("later reader", 0, fleet -> fleet.node(0).tryToGet())
                .then(DegradedRaceTest::recover).allThatArePossible(10_000).random();
    }

    @Test
    void keptCopy_ofWhichAnotherNodeCannotTell_goesWhenTheBusIsBack() {
        Race.of("kept copy against a change elsewhere", new Setting(2, STALE.policy(), STALE.tagger(), true, false))
                .given(DegradedRaceTest::outage)
                .part("changer", 1, 2, fleet -> fleet.node(1).change(Fleet.BY_KEY))
                .part("network", -1, 3, fleet -> {
                    fleet.step("the store is back");
                    fleet.node(0).way().cut(false);
                    fleet.step("the subscription stands");
                    fleet.node(0).reconnect();
                    fleet.step("a pulse");
                    fleet.node(0).pulse();
                })
                .part("reader", 0, 2, fleet -> fleet.node(0).tryToGet())
                .then(Fleet::settle).allThatArePossible(10_000).random();
    }
}
