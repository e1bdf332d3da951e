package io.hexcache.application.node;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** One node's end of a bus that a test can cut, and whose messages it can hold back. */
final class SwitchableBus implements InvalidationBus {

    private final InvalidationBus bus;
    private final Queue<KeySelection> heldBack = new ArrayDeque<>();
    private Optional<BusListener> listener = Optional.empty();
    private boolean cut;
    private boolean holding;

    SwitchableBus(InvalidationBus bus) {
        this.bus = bus;
    }

    void cut() {
        cut = true;
        listener.orElseThrow().disconnected();
    }

    void join() {
        cut = false;
        listener.orElseThrow().connected();
    }

    /** From now on messages to this node wait. */
    void hold() {
        holding = true;
    }

    /** Delivers what has waited. */
    void deliver() {
        holding = false;
        while (!heldBack.isEmpty()) {
            listener.orElseThrow().changed(heldBack.remove());
        }
    }

    @Override
    public void publish(KeySelection change) {
        if (cut) {
            throw new CacheConnectionException("the bus is cut; join it again");
        }
        bus.publish(change);
    }

    @Override
    public void subscribe(BusListener to) {
        listener = Optional.of(to);
        bus.subscribe(new BusListener() {

            @Override
            public void connected() {
                to.connected();
            }

            @Override
            public void disconnected() {
                to.disconnected();
            }

            @Override
            public void changed(KeySelection change) {
                if (cut) {
                    return;
                }
                if (holding) {
                    heldBack.add(change);
                } else {
                    to.changed(change);
                }
            }
        });
    }

    @Override
    public void close() {
        bus.close();
    }
}
