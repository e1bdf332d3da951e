package io.hexcache.infrastructure.redis;

import io.hexcache.domain.port.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    /** Bytes, or null, and their ttl in milliseconds, which is negative for none; 0 is an entry about to expire. */
    static Optional<StoredEntry> entry(List<?> bytesAndTtl) {
        Object bytes = bytesAndTtl.getFirst();
        long left = number(bytesAndTtl.getLast());
        return bytes == null || left <= 0 ? Optional.empty()
                : Optional.of(new StoredEntry(bytes(bytes), Duration.ofMillis(left)));
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
