package io.hexcache.infrastructure.redis;

import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * What stood under the name of an entry, as the server has said it; decoded by who wants to know.
 *
 * @param bytes null if there was nothing
 * @param now what the server's clock showed behind the bytes, in milliseconds since 1970
 * @param mostMillis so much is left of its life at most; 0 or less if there was nothing, or nothing with an end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Seen(byte @Nullable [] bytes, long now, long mostMillis) {

    /** By the reply to the read and what {@link #now(Object)} made of that to TIME; an error is the result. */
    static @Nullable Object of(@Nullable Object reply, Object now, long mostMillis) {
        if (reply instanceof JedisDataException) {
            return reply;
        }
        return now instanceof Long millis ? new Seen(reply == null ? null : Replies.bytes(reply), millis, mostMillis)
                : now;
    }

    /** What is left of its life; 0 or less if there was nothing, or nothing with an end. */
    long millisLeft() {
        return bytes == null ? 0 : Math.min(mostMillis, StoredLayout.end(bytes) - now);
    }

    /** What a reply to TIME says, in milliseconds since 1970; or the reply, if it is an error. */
    static Object now(Object timeReply) {
        return timeReply instanceof JedisDataException ? timeReply
                : StoreClock.of(timeReply, 0).micros() / 1_000;
    }
}
