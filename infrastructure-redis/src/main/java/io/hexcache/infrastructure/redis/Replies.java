package io.hexcache.infrastructure.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;

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

    static String text(Object reply) {
        return new String(bytes(reply), StandardCharsets.UTF_8);
    }

    /** A score that is a whole number, which the server may write with an exponent. */
    static long wholeScore(Object reply) {
        return (long) Double.parseDouble(text(reply));
    }

    static byte[] argument(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] argument(long number) {
        return argument(Long.toString(number));
    }
}
