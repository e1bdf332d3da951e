package io.hexcache.infrastructure.redis;

import io.hexcache.domain.bus.Message;
import io.hexcache.domain.error.CacheConnectionException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * One connection that listens to one channel. One thread reads; another may {@link #ping()} and close. The server
 * answers pings in between the messages, so a connection on which nothing arrives for the read timeout leads nowhere.
 */
final class Subscription implements AutoCloseable {

    /** Three pings without an answer. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    /** What the server says to a subscriber. */
    sealed interface Event {

        /** From now on every message arrives. */
        record Confirmed() implements Event {}

        /** A node has published this. */
        record Heard(Message message) implements Event {}

        /** Somebody has published something that this node cannot read. */
        record Unreadable() implements Event {}

        /** The answer to a ping. */
        record Alive() implements Event {}
    }

    private final Dialer.Dialed dialed;
    private Optional<Event> first = Optional.empty();

    private Subscription(Dialer.Dialed dialed) {
        this.dialed = dialed;
    }

    /** Connects and asks for the channel; the server confirms it later. */
    static Subscription to(Dialer dialer, byte[] channel) {
        return to(dialer, Command.SUBSCRIBE, channel);
    }

    private static Subscription to(Dialer dialer, Command subscribe, byte[] channel) {
        Subscription subscription = new Subscription(dialer.dial());
        try {
            subscription.dialed.connection().setSoTimeout((int) READ_TIMEOUT.toMillis());
            subscription.send(subscribe, channel);
            return subscription;
        } catch (RuntimeException broken) {
            subscription.close();
            throw broken;
        }
    }

    /**
     * The same for a channel of a cluster, at the primary of its slot. A server before 7.0 has no such channels, and a
     * message reaches those who listen at any of its peers.
     */
    static Subscription sharded(Dialer dialer, byte[] channel) {
        Subscription subscription = to(dialer, Command.SSUBSCRIBE, channel);
        try {
            subscription.first = Optional.of(event(subscription.dialed.connection()
                    .getUnflushedObject()));
            return subscription;
        } catch (JedisDataException refused) {
            subscription.close();
            if (String.valueOf(refused.getMessage()).contains("unknown command")) {
                return to(dialer, channel);
            }
            throw refused;
        } catch (RuntimeException broken) {
            subscription.close();
            throw broken;
        }
    }

    void ping() {
        send(Command.PING);
    }

    private void send(Command command, byte[]... arguments) {
        Connection connection = dialed.connection();
        connection.sendCommand(command, arguments);
        // Reads nothing: this is how Jedis is told to send what it has written.
        connection.getMany(0);
    }

    /** Waits for the next thing that the server says. */
    Event next() {
        Optional<Event> already = first;
        first = Optional.empty();
        return already.orElseGet(() -> event(dialed.connection().getUnflushedObject()));
    }

    private static Event event(Object reply) {
        List<?> parts = Replies.list(reply);
        return switch (Replies.text(parts.getFirst())) {
            case "subscribe", "ssubscribe" -> new Event.Confirmed();
            case "sunsubscribe" ->
                    throw new CacheConnectionException("the slot of the channel has moved to another server");
            case "message", "smessage" ->
                    MessageCodec.decode(Replies.bytes(parts.getLast())).<Event>map(Event.Heard::new)
                            .orElseGet(Event.Unreadable::new);
            default -> new Event.Alive();
        };
    }

    @Override
    public void close() {
        try {
            dialed.socket().close();
        } catch (IOException gone) {
            // It is closed all the same.
        }
    }
}
