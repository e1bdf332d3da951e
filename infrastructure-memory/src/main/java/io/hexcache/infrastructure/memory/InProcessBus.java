package io.hexcache.infrastructure.memory;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import java.util.Optional;

/**
 * One node's end of a hub. Its listener is called under its lock, so one call at a time; since listeners wait for
 * nothing, neither does who announces for long.
 */
final class InProcessBus implements InvalidationBus {

    private final InProcessBusHub hub;
    private final Object delivery = new Object();
    private Optional<BusListener> subscriber = Optional.empty();
    private volatile boolean closed;

    InProcessBus(InProcessBusHub hub) {
        this.hub = hub;
    }

    @Override
    public long announce(Origin origin, long told, Change change) {
        checkOpen("announce a change");
        return hub.announce(this, origin, told, change);
    }

    @Override
    public Heads exchange(Origin origin, Beat own) {
        checkOpen("exchange heads");
        return hub.exchange(this, origin, own);
    }

    private void checkOpen(String attempt) {
        if (closed) {
            throw new CacheConnectionException("cannot " + attempt + ": this node's in-process bus is closed; connect "
                    + "a new one to the hub");
        }
    }

    /** The listener learns of the connection before any message, for both wait for the lock. */
    @Override
    public void subscribe(BusListener listener) {
        synchronized (delivery) {
            if (closed) {
                return;
            }
            subscriber = Optional.of(listener);
            hub.join(this);
            listener.connected();
        }
    }

    void receive(Message message) {
        synchronized (delivery) {
            subscriber.ifPresent(listener -> listener.received(message));
        }
    }

    @Override
    public void close() {
        synchronized (delivery) {
            if (closed) {
                return;
            }
            closed = true;
            subscriber = Optional.empty();
            hub.leave(this);
        }
    }
}
