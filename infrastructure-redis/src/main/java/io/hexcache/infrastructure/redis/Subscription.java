package io.hexcache.infrastructure.redis;

import io.hexcache.domain.bus.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

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

    private Subscription(Dialer.Dialed dialed) {
        this.dialed = dialed;
    }

    /** Connects and asks for the channel; the server confirms it later. */
    static Subscription to(Dialer dialer, byte[] channel) {
        Subscription subscription = new Subscription(dialer.dial());
        try {
            subscription.dialed.connection().setSoTimeout((int) READ_TIMEOUT.toMillis());
            subscription.send(Command.SUBSCRIBE, channel);
            return subscription;
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
        List<?> parts = Replies.list(dialed.connection().getUnflushedObject());
        return switch (Replies.text(parts.getFirst())) {
            case "subscribe" -> new Event.Confirmed();
            case "message" -> MessageCodec.decode(Replies.bytes(parts.getLast())).<Event>map(Event.Heard::new)
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
