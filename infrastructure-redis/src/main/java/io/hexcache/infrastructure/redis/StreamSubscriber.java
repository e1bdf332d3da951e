package io.hexcache.infrastructure.redis;

import io.hexcache.domain.port.BusListener;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * Keeps a node on the stream: reads, delivers, connects again when it was cut off, until it is closed. It goes on where
 * it had stopped, and the listener hears nothing of the cut; only where the stream does not go on from there, the
 * listener is told of a loss, and this begins anew at the end of the stream.
 */
final class StreamSubscriber implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(StreamSubscriber.class);

    private final StreamRoute route;
    private final StreamSettings settings;
    private final StateLog state;
    private final BusThread thread = new BusThread();
    private volatile Optional<StreamReader> current = Optional.empty();

    StreamSubscriber(StreamRoute route, StreamSettings settings) {
        this.route = route;
        this.settings = settings;
        this.state = new StateLog(LOGGER, "the invalidation bus on redis at " + route.node());
    }

    void start(BusListener listener) {
        thread.start(new Listening(listener)::listen);
    }

    /** What the reading thread alone knows. */
    private final class Listening {

        private final BusListener listener;
        private Delivery delivery;
        private Optional<StreamPlace> place = Optional.empty();
        private int failures;

        Listening(BusListener listener) {
            this.listener = listener;
            this.delivery = new Delivery(listener);
        }

        void listen() {
            while (!thread.isClosedAfter(failures)) {
                failures++;
                try (StreamReader reader = route.connect()) {
                    current = Optional.of(reader);
                    follow(reader);
                } catch (Throwable cut) {
                    // Errors too. Nothing is lost: the place says where to go on, and without one it begins anew. A
                    // reader that ends would leave the listener waiting for ever.
                    if (!thread.isClosed()) {
                        route.lost();
                        state.fails(Failures.rootMessage(cut));
                    }
                }
            }
            delivery.end();
        }

        private void follow(StreamReader reader) {
            try {
                readOn(reader);
            } catch (JedisRedirectionException where) {
                place = route.moved(place, reader, where);
            }
        }

        private void readOn(StreamReader reader) {
            if (place.filter(known -> known.isIn(reader.store())).isEmpty()) {
                beginAnew(reader);
            }
            while (!thread.isClosed() && reader.leadsOn()) {
                StreamPlace before = place.orElseThrow();
                reader.after(before).ifPresentOrElse(entries -> entries.forEach(this::deliver), () -> {
                    LOGGER.warn(
                            "the stream of the invalidation bus has no entry {} any more: it was trimmed, removed or"
                                    + " replaced; local copies are dropped",
                            before.id());
                    beginAnew(reader);
                });
                state.works();
                failures = 1;
            }
        }

        /** While the listener is busy there is no place: should it throw, the entry counts as lost. */
        private void deliver(StreamEntry entry) {
            StreamPlace before = place.orElseThrow();
            place = Optional.empty();
            entry.event().ifPresent(delivery::accept);
            place = Optional.of(before.at(entry));
        }

        private void beginAnew(StreamReader reader) {
            place = Optional.empty();
            Delivery ended = delivery;
            delivery = new Delivery(listener);
            ended.end();
            StreamPlace entered = reader.enter(settings);
            delivery.accept(new Subscription.Event.Confirmed());
            place = Optional.of(entered);
        }
    }

    /** Returns when nothing more will be delivered, unless the listener itself calls it. */
    @Override
    public void close() {
        thread.announceEnd();
        current.ifPresent(StreamReader::close);
        thread.close();
    }
}
