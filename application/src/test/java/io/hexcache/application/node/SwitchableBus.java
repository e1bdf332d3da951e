package io.hexcache.application.node;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** One node's end of a bus that a test can cut, and whose messages it can hold back or lose. */
final class SwitchableBus implements InvalidationBus {

    private final InvalidationBus bus;
    private final Queue<Message> heldBack = new ArrayDeque<>();
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
            listener.orElseThrow().received(heldBack.remove());
        }
    }

    /** What has waited never arrives, and nobody says so. */
    void lose() {
        holding = false;
        heldBack.clear();
    }

    private void checkJoined() {
        if (cut) {
            throw new CacheConnectionException("the bus is cut; join it again");
        }
    }

    @Override
    public long announce(Origin origin, long told, Change change) {
        checkJoined();
        return bus.announce(origin, told, change);
    }

    @Override
    public Heads exchange(Origin origin, Beat own) {
        checkJoined();
        return bus.exchange(origin, own);
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
            public void received(Message message) {
                if (cut) {
                    return;
                }
                if (holding) {
                    heldBack.add(message);
                } else {
                    to.received(message);
                }
            }
        });
    }

    @Override
    public void close() {
        bus.close();
    }
}
