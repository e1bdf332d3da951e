package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.InvalidationBus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the tests of a bus need from the adapter's side: nodes that share it, and silence. */
interface BusUnderTest {

    /** One more node on the bus that all nodes of this test share, and which knows of no origin at first. */
    InvalidationBus newNode();

    /** A bus whose other side is away; empty if it has none. */
    Optional<InvalidationBus> unreachableBus();

    /**
     * Makes this origin silent for a minute, in the eyes of the bus: turns the clock, or, where it is a real one,
     * changes what the bus has kept of it.
     */
    void letBeSilent(Origin origin);

    /** How long the tests wait for what they expect before they give up. */
    default Duration patience() {
        return Duration.ofSeconds(10);
    }

    /** One more node of this test, with an origin of its own; closed when the test ends. */
    BusNode node();

    /** Listens on the bus of this node, and returns when it is connected. */
    default RecordingListener listenOn(BusNode node) {
        RecordingListener listener = new RecordingListener();
        node.bus.subscribe(listener);
        Eventually.holds(patience(), listener::isConnected, "the listener is connected");
        return listener;
    }

    /** Returns when the listener has heard exactly these changes in this order. */
    default void awaitChanges(RecordingListener listener, List<Change> expected) {
        Eventually.holds(patience(), () -> listener.messages().size() >= expected.size(),
                expected.size() + " changes arrive");
        assertThat(listener.changes()).isEqualTo(expected);
    }

    /** So many changes with numbers from there on. */
    static List<Change> changes(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(BusNode::change).toList();
    }
}
