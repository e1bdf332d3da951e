package io.hexcache.infrastructure.redis;

import java.util.List;
import java.util.Optional;

/**
 * One entry of the stream that keeps the messages. Its one field is {@code m} with the bytes of {@link MessageCodec},
 * or {@code e} where a node has entered.
 *
 * @param event what the entry tells a node that listens, if anything
 */
record StreamEntry(String id, Optional<Subscription.Event> event) {

    /** Reads the reply of the server for one entry: its id, and fields and values in turn. */
    static StreamEntry of(Object reply) {
        List<?> parts = Replies.list(reply);
        List<?> fields = Replies.list(parts.getLast());
        return new StreamEntry(Replies.text(parts.getFirst()), event(Replies.text(fields.getFirst()), Replies.bytes(
                fields.get(1))));
    }

    private static Optional<Subscription.Event> event(String field, byte[] value) {
        return switch (field) {
            case "m" -> Optional.of(MessageCodec.decode(value).<Subscription.Event>map(Subscription.Event.Heard::new)
                    .orElseGet(Subscription.Event.Unreadable::new));
            case "e" -> Optional.empty();
            default -> Optional.of(new Subscription.Event.Unreadable());
        };
    }
}
