package io.hexcache.infrastructure.redis;

import io.hexcache.domain.port.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the replies of the server as what they have to be, and makes the texts of its arguments. */
final class Replies {

    private Replies() {}

    static long number(Object reply) {
        return (Long) reply;
    }

    static List<?> list(Object reply) {
        return (List<?>) reply;
    }

    static byte[] bytes(Object reply) {
        return (byte[]) reply;
    }

    /** A live entry, if there are bytes and some of their life; the server says -1 or -2 where there is none. */
    static Optional<StoredEntry> entry(@Nullable Object bytes, long millisLeft) {
        return bytes == null || millisLeft <= 0 ? Optional.empty()
                : Optional.of(new StoredEntry(bytes(bytes), Duration.ofMillis(millisLeft)));
    }

    static String text(Object reply) {
        return new String(bytes(reply), StandardCharsets.UTF_8);
    }

    static byte[] argument(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] argument(long number) {
        return argument(Long.toString(number));
    }
}
