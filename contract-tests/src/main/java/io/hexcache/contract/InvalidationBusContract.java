package io.hexcache.contract;

import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.InvalidationBus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

/**
 * The contract of {@link InvalidationBus}, tried with several nodes on one bus: delivery, heads, beginning and end. An
 * adapter extends this class in its tests and says how a node gets on the bus.
 */
public abstract class InvalidationBusContract implements BusDeliveryTests, BusHeadTests, BusClosingTests {

    private final List<BusNode> opened = new CopyOnWriteArrayList<>();

    @Override
    public final BusNode node() {
        BusNode node = new BusNode(newNode(), new Origin("node-" + opened.size(), 7_000L + opened.size()));
        opened.add(node);
        return node;
    }

    @AfterEach
    final void closeNodes() {
        opened.forEach(node -> node.bus.close());
    }
}
