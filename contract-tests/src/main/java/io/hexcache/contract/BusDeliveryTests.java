package io.hexcache.contract;

import static io.hexcache.contract.BusNode.change;
import static io.hexcache.contract.BusUnderTest.changes;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is announced reaches every node that listens, the own one too, as it was said. */
interface BusDeliveryTests extends BusUnderTest {

    @Test
    default void announce_severalNodes_allHearItWithOriginAndNumber() {
        BusNode origin = node();
        List<RecordingListener> listeners = List.of(listenOn(node()), listenOn(origin), listenOn(node()));
        long number = origin.announce(change(1));

        assertThat(number).isEqualTo(1);
        for (RecordingListener listener : listeners) {
            awaitChanges(listener, List.of(change(1)));
            assertThat(listener.messages()).containsExactly(new Message(origin.origin, 1, change(1)));
        }
    }

    @Test
    default void announce_ownMessages_areDeliveredToo() {
        BusNode one = node();
        RecordingListener own = listenOn(one);
        one.announceAll(changes(1, 3));

        awaitChanges(own, changes(1, 3));
        assertThat(own.numbersOf(one.origin)).containsExactly(1L, 2L, 3L);
    }

    @Test
    default void announce_many_arriveOnceAndInOrder() {
        BusNode origin = node();
        RecordingListener listener = listenOn(node());
        origin.announceAll(changes(0, 500));

        awaitChanges(listener, changes(0, 500));
        assertThat(listener.numbersOf(origin.origin)).isEqualTo(LongStream.rangeClosed(1, 500).boxed().toList());
    }

    @Test
    default void announce_manyOriginsAtOnce_arriveInTheOrderOfEachOneAtATime() {
        List<BusNode> origins = Stream.generate(this::node).limit(4).toList();
        RecordingListener listener = listenOn(node());
        Together.run(origins.size(), thread -> {
            origins.get(thread).announceAll(changes(thread * 1_000, 200));
            return thread;
        });

        Eventually.holds(patience(), () -> listener.messages().size() >= 800, "800 changes arrive");
        for (int thread = 0; thread < origins.size(); thread++) {
            assertThat(listener.changesOf(origins.get(thread).origin)).isEqualTo(changes(thread * 1_000, 200));
        }
        assertThat(listener.messages()).hasSize(800);
        assertThat(listener.wasCalledTwiceAtOnce()).as("two calls of one listener overlapped").isFalse();
    }

    @Test
    default void announce_oneOriginAtOnce_eachNumberIsGivenAndDeliveredOnce() {
        BusNode origin = node();
        RecordingListener listener = listenOn(node());
        List<List<Long>> numbers = Together.run(4, thread -> changes(thread * 1_000, 50).stream()
                .map(change -> origin.bus.announce(origin.origin, 0, change)).toList());

        List<Long> expected = LongStream.rangeClosed(1, 200).boxed().toList();
        assertThat(numbers.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(expected);
        Eventually.holds(patience(), () -> listener.messages().size() >= 200, "200 changes arrive");
        assertThat(listener.numbersOf(origin.origin)).containsExactlyInAnyOrderElementsOf(expected);
        for (int thread = 0; thread < 4; thread++) {
            for (int i = 0; i < 50; i++) {
                assertThat(listener.messages())
                        .contains(new Message(origin.origin, numbers.get(thread).get(i), change(thread * 1_000 + i)));
            }
        }
    }

    @Test
    default void announce_anySelection_arrivesEqual() {
        BusNode origin = node();
        RecordingListener listener = listenOn(node());
        List<Change> all = SelectionSamples.all().map(Change::of).toList();
        origin.announceAll(all);

        awaitChanges(listener, all);
    }

    @Test
    default void announce_stamps_arriveExactly() {
        BusNode origin = node();
        RecordingListener listener = listenOn(node());
        KeySelection tagged = new KeySelection.Tagged(Set.of(new Tag("tag")));
        List<Change> stamped = LongStream.of(1, 1_700_000_000_000_000L, (1L << 53) + 1, Long.MAX_VALUE)
                .mapToObj(stamp -> new Change(tagged, stamp)).toList();
        origin.announceAll(stamped);

        awaitChanges(listener, stamped);
    }

    @Test
    default void announce_nobodyListens_isTaken() {
        assertThat(node().announce(change(1))).isEqualTo(1);
    }

    @Test
    default void subscribe_later_hearsOnlyWhatIsAnnouncedThen() {
        BusNode origin = node();
        RecordingListener first = listenOn(node());
        origin.announce(change(1));
        awaitChanges(first, List.of(change(1)));

        RecordingListener late = listenOn(node());
        origin.announce(change(2));
        awaitChanges(late, List.of(change(2)));
    }

    @Test
    default void subscribe_othersAnnounceMeanwhile_connectedComesFirst() {
        BusNode origin = node();
        for (int round = 0; round < 10; round++) {
            RecordingListener listener = new RecordingListener();
            BusNode node = node();
            Together.both(() -> {
                node.bus.subscribe(listener);
                return node;
            }, () -> announceUntilConnected(origin, listener));
            Eventually.holds(patience(), listener::isConnected, "the listener is connected");
            Change last = change(round);
            origin.announce(last);

            Eventually.holds(patience(), () -> listener.changes().contains(last), "the last arrives");
            assertThat(listener.heardBeforeConnected()).as("a change came before connected()").isFalse();
            assertThat(listener.wasCalledTwiceAtOnce()).as("two calls of one listener overlapped").isFalse();
        }
    }

    private static int announceUntilConnected(BusNode origin, RecordingListener listener) {
        int announced = 0;
        while (!listener.isConnected() && announced < 5_000) {
            origin.announce(change(1_000 + announced++));
        }
        return announced;
    }
}
