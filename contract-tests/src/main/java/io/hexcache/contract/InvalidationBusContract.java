package io.hexcache.contract;

import static io.hexcache.contract.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.InvalidationBus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of {@link InvalidationBus}, tried with several nodes on one bus. An adapter extends this class in its
 * tests and says how a node gets on the bus.
 */
public abstract class InvalidationBusContract {

    private final List<InvalidationBus> opened = new ArrayList<>();

    /** One more node on the bus that all nodes of this test share. */
    public abstract InvalidationBus newNode();

    /** A bus whose other side is away; empty if it has none. */
    public abstract Optional<InvalidationBus> unreachableBus();

    /** How long the tests wait for what they expect before they give up. */
    public Duration patience() {
        return Duration.ofSeconds(10);
    }

    @AfterEach
    final void closeNodes() {
        opened.forEach(InvalidationBus::close);
    }

    @Test
    void publish_severalNodes_allOthersHearIt() {
        InvalidationBus origin = node();
        List<RecordingListener> others = List.of(listenOn(node()), listenOn(node()), listenOn(node()));
        origin.publish(change(1));

        assertThat(others).allSatisfy(other -> awaitChanges(other, List.of(change(1))));
    }

    @Test
    void publish_ownMessage_isNotDelivered() {
        InvalidationBus one = node();
        InvalidationBus two = node();
        RecordingListener heardByOne = listenOn(one);
        RecordingListener heardByTwo = listenOn(two);

        one.publish(change(1));
        awaitChanges(heardByTwo, List.of(change(1)));
        two.publish(change(2));

        awaitChanges(heardByOne, List.of(change(2)));
        one.publish(change(3));
        awaitChanges(heardByTwo, List.of(change(1), change(3)));
        assertThat(heardByOne.changes()).containsExactly(change(2));
    }

    @Test
    void publish_many_arriveOnceAndInOrder() {
        InvalidationBus origin = node();
        RecordingListener listener = listenOn(node());
        List<KeySelection> changes = changes(0, 500);
        changes.forEach(origin::publish);

        awaitChanges(listener, changes);
    }

    @Test
    void publish_manyOriginsAtOnce_arriveInTheOrderOfEachOneAtATime() {
        List<InvalidationBus> origins = Stream.generate(this::node).limit(4).toList();
        RecordingListener listener = listenOn(node());
        Together.run(origins.size(), origin -> {
            changes(origin * 1_000, 200).forEach(origins.get(origin)::publish);
            return origin;
        });

        Eventually.holds(patience(), () -> listener.changes().size() >= 800, "800 changes arrive");
        for (int origin = 0; origin < origins.size(); origin++) {
            List<KeySelection> published = changes(origin * 1_000, 200);
            assertThat(listener.changes().stream().filter(published::contains)).isEqualTo(published);
        }
        assertThat(listener.changes()).hasSize(800);
        assertThat(listener.wasCalledTwiceAtOnce()).as("two calls of one listener overlapped").isFalse();
    }

    @Test
    void subscribe_othersPublishMeanwhile_connectedComesFirst() {
        InvalidationBus origin = node();
        for (int round = 0; round < 10; round++) {
            RecordingListener listener = new RecordingListener();
            InvalidationBus node = node();
            Together.both(() -> {
                node.subscribe(listener);
                return node;
            }, () -> publishUntilConnected(origin, listener));
            awaitConnected(listener);
            KeySelection last = change(round);
            origin.publish(last);

            Eventually.holds(patience(), () -> listener.changes().contains(last), "the last arrives");
            assertThat(listener.heardBeforeConnected()).as("a change came before connected()").isFalse();
            assertThat(listener.wasCalledTwiceAtOnce()).as("two calls of one listener overlapped").isFalse();
        }
    }

    @Test
    void publish_anySelection_arrivesEqual() {
        InvalidationBus origin = node();
        RecordingListener listener = listenOn(node());
        List<KeySelection> selections = SelectionSamples.all().toList();
        selections.forEach(origin::publish);

        awaitChanges(listener, selections);
    }

    @Test
    void close_subscriber_hearsNothingMore() {
        InvalidationBus origin = node();
        InvalidationBus leaving = node();
        RecordingListener gone = listenOn(leaving);
        RecordingListener staying = listenOn(node());
        leaving.close();
        origin.publish(change(1));

        awaitChanges(staying, List.of(change(1)));
        assertThat(gone.changes()).isEmpty();
    }

    @Test
    void close_again_doesNothing() {
        InvalidationBus bus = node();
        RecordingListener listener = listenOn(node());
        bus.close();
        bus.close();

        node().publish(change(1));
        awaitChanges(listener, List.of(change(1)));
    }

    @Test
    void publish_closedBeforeSubscribe_throwsConnectionError() {
        InvalidationBus bus = node();
        bus.close();

        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> bus.publish(change(1)));
    }

    @Test
    void publish_afterClose_throwsConnectionError() {
        InvalidationBus bus = node();
        RecordingListener other = listenOn(node());
        bus.subscribe(new RecordingListener());
        bus.close();

        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> bus.publish(change(1)));
        node().publish(change(2));
        awaitChanges(other, List.of(change(2)));
    }

    @Test
    void publish_nobodyListens_isTaken() {
        node().publish(change(1));
    }

    @Test
    void subscribe_later_hearsOnlyWhatIsPublishedThen() {
        InvalidationBus origin = node();
        RecordingListener first = listenOn(node());
        origin.publish(change(1));
        awaitChanges(first, List.of(change(1)));

        RecordingListener late = listenOn(node());
        origin.publish(change(2));
        awaitChanges(late, List.of(change(2)));
    }

    @TestFactory
    Stream<DynamicTest> unreachable_publish_throwsConnectionError() {
        return Unreachable.tests(unreachableBus(), Map.of("publish", away -> {
            RecordingListener listener = new RecordingListener();
            away.subscribe(listener);
            assertThat(listener.isConnected()).isFalse();
            away.publish(change(1));
        }));
    }

    private static int publishUntilConnected(InvalidationBus origin, RecordingListener listener) {
        int published = 0;
        while (!listener.isConnected() && published < 5_000) {
            origin.publish(change(1_000 + published++));
        }
        return published;
    }

    private InvalidationBus node() {
        InvalidationBus bus = newNode();
        opened.add(bus);
        return bus;
    }

    private RecordingListener listenOn(InvalidationBus bus) {
        RecordingListener listener = new RecordingListener();
        bus.subscribe(listener);
        awaitConnected(listener);
        return listener;
    }

    private void awaitConnected(RecordingListener listener) {
        Eventually.holds(patience(), listener::isConnected, "the listener is connected");
    }

    private void awaitChanges(RecordingListener listener, List<KeySelection> expected) {
        Eventually.holds(patience(), () -> listener.changes().size() >= expected.size(), expected.size()
                + " changes arrive");
        assertThat(listener.changes()).isEqualTo(expected);
    }

    private static KeySelection change(int number) {
        return KeySelection.Keys.of(key("item-" + number));
    }

    private static List<KeySelection> changes(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(InvalidationBusContract::change).toList();
    }
}
