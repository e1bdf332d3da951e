package io.hexcache.infrastructure.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stood under a name.
 *
 * @param bytes null if there was nothing
 * @param nowMillis what the server's clock showed then or a little later, in milliseconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Seen(byte @Nullable [] bytes, long nowMillis) {

    /** By the replies to a read. */
    static Seen of(@Nullable Object reply, long nowMillis) {
        return new Seen(reply == null ? null : Replies.bytes(reply), nowMillis);
    }

    /** What a reply to TIME says. */
    static long millis(Object timeReply) {
        List<?> parts = Replies.list(timeReply);
        return Long.parseLong(Replies.text(parts.getFirst())) * 1_000 + Long.parseLong(Replies.text(parts.getLast()))
                / 1_000;
    }
}
