package io.hexcache.infrastructure.redis;

import io.hexcache.domain.port.BusListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a node on the bus: subscribes, delivers, notices the loss, and subscribes again, until it is closed. */
final class SubscriberLoop implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(SubscriberLoop.class);
    private static final Duration PING_PERIOD = Duration.ofSeconds(1);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

    private final BusChannel channel;
    private final StateLog state;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<Thread> reader = Optional.empty();
    private volatile Optional<Subscription> current = Optional.empty();

    SubscriberLoop(BusChannel channel) {
        this.channel = channel;
        this.state = new StateLog(LOGGER, "the invalidation bus on redis at " + channel.node());
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    synchronized void start(BusListener listener) {
        if (reader.isPresent()) {
            throw new IllegalStateException("a bus has one listener");
        }
        reader = Optional.of(Thread.ofVirtual().name("hexcache-redis-bus").start(() -> listen(listener)));
        Thread.ofVirtual().name("hexcache-redis-bus-ping").start(this::keepPinging);
    }

    private void listen(BusListener listener) {
        int failures = 0;
        while (!closedWithin(Backoff.after(failures).toMillis())) {
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
        while (!closedWithin(PING_PERIOD.toMillis())) {
            try {
                current.ifPresent(Subscription::ping);
            } catch (Throwable broken) {
                // Nothing is lost: the reader notices too, and is the one who says so. Without pings it would take a
                // quiet bus for a broken one, so an error must not end them.
                current.ifPresent(Subscription::close);
            }
        }
    }

    private boolean closedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns when nothing more will be delivered, unless the listener itself calls it. */
    @Override
    public void close() {
        closed.countDown();
        current.ifPresent(Subscription::close);
        reader.filter(thread -> !thread.equals(Thread.currentThread())).ifPresent(SubscriberLoop::awaitEnd);
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(CLOSE_WAIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
