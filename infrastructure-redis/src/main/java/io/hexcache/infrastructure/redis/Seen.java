package io.hexcache.infrastructure.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stood under a name.
 *
 * @param bytes null if there was nothing
 * @param millisLeft of its life; 0 or less if there was nothing, or nothing with an end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Seen(byte @Nullable [] bytes, long millisLeft) {

    /** By the reply to a read, and what the server's clock showed then or a little later, in ms since 1970. */
    static Seen at(long nowMillis, @Nullable Object reply) {
        byte[] bytes = reply == null ? null : Replies.bytes(reply);
        return new Seen(bytes, bytes == null ? 0 : StoredLayout.end(bytes) - nowMillis);
    }

    /**
     * By the replies to PTTL, GET and PTTL. The smaller life counts: were the key replaced in between, the bytes would
     * get the life of another entry.
     */
    static Seen between(Object before, @Nullable Object reply, Object after) {
        return new Seen(reply == null ? null : Replies.bytes(reply), Math.min(Replies.number(before), Replies.number(
                after)));
    }

    /** What a reply to TIME says. */
    static long millis(Object timeReply) {
        List<?> parts = Replies.list(timeReply);
        return Long.parseLong(Replies.text(parts.getFirst())) * 1_000 + Long.parseLong(Replies.text(parts.getLast()))
                / 1_000;
    }
}
