package io.hexcache.contract;

import static io.hexcache.contract.BusNode.change;
import static io.hexcache.contract.BusUnderTest.changes;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Heads.Head;
import io.hexcache.domain.bus.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The heads show each origin's last number, so that whoever missed a message notices. */
interface BusHeadTests extends BusUnderTest {

    @Test
    default void exchange_first_answersTheOwnBeat() {
        BusNode node = node();

        assertThat(node.bus.exchange(node.origin, new Beat(5, 0)).byOrigin())
                .containsExactly(Map.entry(node.origin, new Head(0, 5, false)));
    }

    @Test
    default void exchange_again_replacesTheBeat() {
        BusNode node = node();
        node.bus.exchange(node.origin, new Beat(5, 0));

        assertThat(headOf(node, node.bus.exchange(node.origin, new Beat(6, 0)))).isEqualTo(new Head(0, 6, false));
    }

    @Test
    default void exchange_others_answersTheirHeadsAndBeats() {
        BusNode one = node();
        BusNode two = node();
        BusNode silent = node();
        one.pulse();
        one.announceAll(changes(1, 3));
        silent.announce(change(1));

        Heads heads = two.pulse();
        assertThat(headOf(one, heads)).isEqualTo(new Head(3, 1, false));
        assertThat(headOf(silent, heads)).as("announced, never pulsed").isEqualTo(new Head(1, 0, false));
        assertThat(headOf(two, heads)).isEqualTo(new Head(0, 1, false));
        assertThat(heads.byOrigin()).hasSize(3);
    }

    @Test
    default void exchange_afterAMessageWasHeard_headIsThatOrLater() {
        BusNode origin = node();
        BusNode other = node();
        RecordingListener listener = listenOn(other);
        for (int number = 1; number <= 50; number++) {
            origin.announce(change(number));
            int heard = number;
            Eventually.holds(patience(), () -> listener.messages().size() >= heard, "the message arrives");

            assertThat(headOf(origin, other.pulse()).sequence()).isEqualTo(number);
        }
    }

    @Test
    default void announce_twoOrigins_areNumberedApart() {
        BusNode one = node();
        BusNode two = node();

        assertThat(List.of(one.announce(change(1)), one.announce(change(2)), two.announce(change(3)),
                one.announce(change(4)))).containsExactly(1L, 2L, 1L, 3L);
    }

    @Test
    default void announce_sameNodeInAnotherLife_isNumberedAnew() {
        BusNode first = node();
        first.announceAll(changes(1, 3));
        Origin again = new Origin(first.origin.node(), first.origin.incarnation() + 1);

        assertThat(first.bus.announce(again, 0, change(4))).isEqualTo(1);
        assertThat(headOf(first, first.pulse()).sequence()).isEqualTo(3);
    }

    @Test
    default void announce_oneThatKnowsMoreThanTheBus_goesOnFromThere() {
        BusNode node = node();
        RecordingListener listener = listenOn(node());

        assertThat(node.bus.announce(node.origin, 40, change(1))).isEqualTo(41);
        assertThat(node.bus.announce(node.origin, 3, change(2))).isEqualTo(42);
        assertThat(node.bus.announce(node.origin, 42, change(3))).isEqualTo(43);
        awaitChanges(listener, changes(1, 3));
        assertThat(listener.numbersOf(node.origin)).containsExactly(41L, 42L, 43L);
    }

    @Test
    default void announce_busHasLostTheHead_usesNoNumberTwice() {
        BusNode node = node();
        node.announceAll(changes(1, 5));
        letBeSilent(node.origin);
        node().pulse();

        assertThat(node.announce(change(6))).isEqualTo(6);
        assertThat(headOf(node, node.pulse()).sequence()).isEqualTo(6);
    }

    @Test
    default void exchange_oneThatKnowsMoreThanTheBus_raisesTheHead() {
        BusNode node = node();
        node.announce(change(1));

        assertThat(headOf(node, node.bus.exchange(node.origin, new Beat(1, 40))).sequence()).isEqualTo(40);
        assertThat(headOf(node, node.bus.exchange(node.origin, new Beat(2, 3))).sequence()).isEqualTo(40);
        assertThat(node.bus.announce(node.origin, 0, change(2))).isEqualTo(41);
    }

    @Test
    default void exchange_anotherIsSilentForAMinute_isNotAnswered() {
        BusNode silent = node();
        BusNode alive = node();
        silent.pulse();
        assertThat(alive.pulse().byOrigin()).containsKey(silent.origin);
        letBeSilent(silent.origin);

        assertThat(alive.pulse().byOrigin()).containsOnlyKeys(alive.origin);
    }

    @Test
    default void exchange_silentOneComesBack_isAnsweredAgain() {
        BusNode silent = node();
        BusNode alive = node();
        silent.announce(change(1));
        letBeSilent(silent.origin);
        alive.pulse();
        silent.pulse();

        assertThat(headOf(silent, alive.pulse())).isEqualTo(new Head(1, 1, false));
    }

    @Test
    default void exchange_largeNumbers_areKeptExactly() {
        BusNode node = node();
        // Far beyond what any node counts to; a bus may count in doubles, which end at 2^53.
        long large = (1L << 53) - 3;

        assertThat(headOf(node, node.bus.exchange(node.origin, new Beat(large, large))))
                .isEqualTo(new Head(large, large, false));
        assertThat(node.bus.announce(node.origin, large, change(1))).isEqualTo(large + 1);
    }

    @Test
    default void exchange_largestIncarnation_isKeptExactly() {
        BusNode node = node();
        Origin origin = new Origin("A-b_c.9", Long.MAX_VALUE);

        assertThat(node.bus.exchange(origin, new Beat(1, 0)).byOrigin()).containsKey(origin);
    }

    @Test
    default void exchange_atOnce_losesNobody() {
        List<BusNode> nodes = Stream.generate(this::node).limit(4).toList();
        Together.run(4, thread -> {
            for (int i = 0; i < 50; i++) {
                nodes.get(thread).announce(change(i));
                nodes.get(thread).pulse();
            }
            return thread;
        });

        Heads heads = node().pulse();
        assertThat(nodes).allSatisfy(node -> assertThat(headOf(node, heads)).isEqualTo(new Head(50, 50, false)));
    }

    private static Head headOf(BusNode node, Heads heads) {
        return Optional.ofNullable(heads.byOrigin().get(node.origin))
                .orElseThrow(() -> new AssertionError(node.origin + " is missing in " + heads));
    }
}
