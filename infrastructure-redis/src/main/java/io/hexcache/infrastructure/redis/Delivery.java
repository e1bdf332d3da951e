package io.hexcache.infrastructure.redis;

import io.hexcache.domain.port.BusListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what one subscription brings to the listener, always from the thread that reads it. */
final class Delivery {

    private static final Logger LOGGER = LoggerFactory.getLogger(Delivery.class);

    private final BusListener listener;
    private final NodeId self;
    private boolean connected;
    private boolean warned;

    Delivery(BusListener listener, NodeId self) {
        this.listener = listener;
        this.self = self;
    }

    void accept(Subscription.Event event) {
        switch (event) {
            case Subscription.Event.Confirmed _ -> {
                connected = true;
                listener.connected();
            }
            case Subscription.Event.Heard(var message) -> deliver(message);
            case Subscription.Event.Unreadable _ -> skipUnreadable();
            case Subscription.Event.Alive _ -> {}
        }
    }

    private void deliver(ChangeMessage message) {
        if (!message.origin().equals(self)) {
            listener.changed(message.change());
        }
    }

    /** What another version of the code says is a change that this node cannot hear, so it counts as lost. */
    private void skipUnreadable() {
        if (!warned) {
            warned = true;
            LOGGER.warn("a message on the invalidation bus is of another version or too large; local copies are"
                    + " dropped each time");
        }
        listener.disconnected();
        listener.connected();
    }

    /** Nothing more comes from this subscription. */
    void end() {
        if (connected) {
            listener.disconnected();
        }
    }

    /** Whether anything could come from this subscription. */
    boolean hasBegun() {
        return connected;
    }
}
