package io.hexcache.infrastructure.redis;

import io.hexcache.domain.port.BusListener;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a node on the bus: subscribes, delivers, notices the loss, and subscribes again, until it is closed. */
final class SubscriberLoop implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(SubscriberLoop.class);
    private static final Duration PING_PERIOD = Duration.ofSeconds(1);

    private final BusChannel channel;
    private final StateLog state;
    private final BusThread thread = new BusThread();
    private volatile Optional<Subscription> current = Optional.empty();

    SubscriberLoop(BusChannel channel) {
        this.channel = channel;
        this.state = new StateLog(LOGGER, "the invalidation bus on redis at " + channel.node());
    }

    boolean isClosed() {
        return thread.isClosed();
    }

    void start(BusListener listener) {
        thread.start(() -> listen(listener));
        Thread.ofVirtual().name("hexcache-redis-bus-ping").start(this::keepPinging);
    }

    private void listen(BusListener listener) {
        int failures = 0;
        while (!thread.isClosedAfter(failures)) {
            Delivery delivery = new Delivery(listener);
            try {
                receive(delivery);
            } catch (Throwable lost) {
                // Errors too, as of a message too large for the memory. Nothing is lost: what was missed is a gap, of
                // which the listener is told. A reader that ends would leave it trusting for ever.
                if (!isClosed()) {
                    state.fails(Failures.rootMessage(lost));
                }
            }
            failures = delivery.hasBegun() ? 1 : failures + 1;
        }
    }

    /** Returns when the bus is closed; throws what ends the subscription earlier. */
    private void receive(Delivery delivery) {
        try (Subscription subscription = channel.subscribe()) {
            current = Optional.of(subscription);
            while (!isClosed()) {
                delivery.accept(subscription.next());
                state.works();
            }
        } finally {
            delivery.end();
        }
    }

    private void keepPinging() {
        while (!thread.isClosedWithin(PING_PERIOD)) {
            try {
                current.ifPresent(Subscription::ping);
            } catch (Throwable broken) {
                // Nothing is lost: the reader notices too, and is the one who says so. Without pings it would take a
                // quiet bus for a broken one, so an error must not end them.
                current.ifPresent(Subscription::close);
            }
        }
    }

    /** Returns when nothing more will be delivered, unless the listener itself calls it. */
    @Override
    public void close() {
        thread.announceEnd();
        current.ifPresent(Subscription::close);
        thread.close();
    }
}
