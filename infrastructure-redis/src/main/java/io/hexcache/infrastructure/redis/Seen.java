package io.hexcache.infrastructure.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * What stood under the name of an entry, as the server has said it; decoded by who wants to know.
 *
 * @param bytes null if there was nothing
 * @param time the reply to TIME, asked for behind the bytes
 * @param mostMillis so much is left of its life at most; 0 or less if there was nothing, or nothing with an end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Seen(byte @Nullable [] bytes, Object time, long mostMillis) {

    /** By the reply to the read and to TIME; whichever of them is an error is the result. */
    static @Nullable Object of(@Nullable Object reply, Object time, long mostMillis) {
        return reply instanceof JedisDataException ? reply
                : time instanceof JedisDataException ? time
                        : new Seen(reply == null ? null : Replies.bytes(reply), time, mostMillis);
    }

    /** What is left of its life; 0 or less if there was nothing, or nothing with an end. */
    long millisLeft() {
        return bytes == null ? 0 : Math.min(mostMillis, StoredLayout.end(bytes) - now());
    }

    private long now() {
        List<?> parts = Replies.list(time);
        return Long.parseLong(Replies.text(parts.getFirst())) * 1_000 + Long.parseLong(Replies.text(parts.getLast()))
                / 1_000;
    }
}
