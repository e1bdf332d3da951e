package io.hexcache.infrastructure.redis;

import io.hexcache.domain.port.BusListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what one subscription brings to the listener, always from the thread that reads it. */
final class Delivery {

    private static final Logger LOGGER = LoggerFactory.getLogger(Delivery.class);

    private final BusListener listener;
    private boolean connected;
    private boolean warned;

    Delivery(BusListener listener) {
        this.listener = listener;
    }

    void accept(Subscription.Event event) {
        switch (event) {
            case Subscription.Event.Confirmed _ -> {
                connected = true;
                listener.connected();
            }
            case Subscription.Event.Heard(var message) -> listener.received(message);
            case Subscription.Event.Unreadable _ -> skipUnreadable();
            case Subscription.Event.Alive _ -> {}
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
