package io.hexcache.infrastructure.memory;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import java.util.Optional;

/**
 * One node's end of a hub. Its listener is called under its lock, so one call at a time; since listeners wait for
 * nothing, neither does who publishes for long.
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
    public void publish(KeySelection change) {
        if (closed) {
            throw new CacheConnectionException("cannot publish a change: this node's in-process bus is closed; "
                    + "connect a new one to the hub");
        }
        hub.deliver(this, change);
    }

    /** The listener learns of the connection before anybody else's change, for both wait for the lock. */
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

    void receive(KeySelection change) {
        synchronized (delivery) {
            subscriber.ifPresent(listener -> listener.changed(change));
        }
    }

    @Override
    public void close() {
        synchronized (delivery) {
            closed = true;
            subscriber = Optional.empty();
            hub.leave(this);
        }
    }
}
