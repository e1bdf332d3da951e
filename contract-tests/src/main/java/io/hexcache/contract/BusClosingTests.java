package io.hexcache.contract;

import static io.hexcache.contract.BusNode.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.bus.Heads.Head;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.port.InvalidationBus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who closes its bus says goodbye and hears nothing more; who has no bus is told so. */
interface BusClosingTests extends BusUnderTest {

    @Test
    default void close_origin_saysGoodbye() {
        BusNode leaving = node();
        BusNode staying = node();
        leaving.pulse();
        leaving.announce(change(1));
        staying.pulse();
        leaving.bus.close();

        Eventually.holds(patience(), () -> isGone(leaving.origin, staying), "the goodbye is heard");
        assertThat(staying.pulse().byOrigin().get(leaving.origin)).isEqualTo(new Head(1, 1, true));
        assertThat(isGone(staying.origin, staying)).isFalse();
    }

    @Test
    default void close_originThatOnlyAnnounced_saysGoodbye() {
        BusNode leaving = node();
        BusNode staying = node();
        leaving.announce(change(1));
        leaving.bus.close();

        Eventually.holds(patience(), () -> isGone(leaving.origin, staying), "the goodbye is heard");
    }

    @Test
    default void close_subscriber_hearsNothingMore() {
        BusNode origin = node();
        BusNode leaving = node();
        RecordingListener gone = listenOn(leaving);
        RecordingListener staying = listenOn(node());
        leaving.bus.close();
        origin.announce(change(1));

        awaitChanges(staying, List.of(change(1)));
        assertThat(gone.messages()).isEmpty();
    }

    @Test
    default void close_again_doesNothing() {
        BusNode node = node();
        RecordingListener listener = listenOn(node());
        node.bus.close();
        node.bus.close();

        node().announce(change(1));
        awaitChanges(listener, List.of(change(1)));
    }

    @Test
    default void closed_beforeSubscribe_throwsConnectionError() {
        BusNode node = node();
        node.bus.close();

        assertRefused(node);
    }

    @Test
    default void closed_afterSubscribe_throwsConnectionError() {
        BusNode node = node();
        RecordingListener other = listenOn(node());
        node.bus.subscribe(new RecordingListener());
        node.bus.close();

        assertRefused(node);
        node().announce(change(2));
        awaitChanges(other, List.of(change(2)));
    }

    private void assertRefused(BusNode node) {
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> node.announce(change(1)));
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(node::pulse);
    }

    @TestFactory
    default Stream<DynamicTest> unreachable_anyOperation_throwsConnectionError() {
        Map<String, Consumer<InvalidationBus>> operations = new LinkedHashMap<>();
        operations.put("announce", away -> {
            RecordingListener listener = new RecordingListener();
            away.subscribe(listener);
            assertThat(listener.isConnected()).isFalse();
            new BusNode(away, new Origin("away", 1)).announce(change(1));
        });
        operations.put("exchange", away -> new BusNode(away, new Origin("away", 1)).pulse());
        return Unreachable.tests(unreachableBus(), operations);
    }

    private static boolean isGone(Origin origin, BusNode witness) {
        return Optional.ofNullable(witness.pulse().byOrigin().get(origin)).filter(Head::left).isPresent();
    }
}
