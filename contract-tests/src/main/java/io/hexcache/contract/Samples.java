package io.hexcache.contract;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names and values that several suites try. */
final class Samples {

    /** So long that nothing expires while a test runs. */
    static final Duration LONG = Duration.ofMinutes(1);

    /** So short that a test with a real clock can wait for its end. */
    static final Duration SHORT = Duration.ofMillis(50);

    static final Namespace NAMESPACE = new Namespace("contract");

    private Samples() {}

    static CacheKey key(String identifier) {
        return new CacheKey(NAMESPACE, identifier, 0);
    }

    static List<CacheKey> keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> key("item-" + i)).toList();
    }

    static Token token(int number) {
        return new Token("%032x".formatted(number));
    }

    /** A token that no other write or lease of the test has. */
    static Token freshToken() {
        return new Token(UUID.randomUUID().toString().replace("-", ""));
    }

    static Write write(CacheKey key, Token token, byte[] bytes, Duration life) {
        return new Write(key, token, bytes, life, 0);
    }

    /** A write of a text with a long life. */
    static Write write(CacheKey key, Token token, String text) {
        return write(key, token, bytes(text), LONG);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** Legal identifiers that careless code takes for something else, and several that differ by a little. */
    static Stream<String> oddIdentifiers() {
        return Stream.of("a", "A", "a:", ":a", "a:b:c", "::", "a:v1", "a:v0:v0", " a", "a ", "a b", "{a}", "{a", "}{",
                "{}",
                "a{b}c", "%", "%s%n%d", "%00", "*", "a*", "?", "[a-z]", "[", "]", "^", "\\", "a\\*", "\"a\"", "'a'",
                "`",
                "$a", "${a}", "a/../b", "a,b;c|d&e=f#g", "<a>", "\u00e4", "a\u0308", "\u00df", "\u0130", "\u4f60\u597d",
                "\u05d0\u05d1", "\u200b", "\ufeffa", "\ud83d\ude00", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "\uffff", longest("x"), longest("\ud83d\ude00"));
    }

    /** As much of the text as a key of {@link CacheKey#MAX_BYTES} may hold. */
    private static String longest(String repeated) {
        int room = CacheKey.MAX_BYTES - key("x").render().length() + 1;
        int piece = bytes(repeated).length;
        return repeated.repeat(room / piece) + "y".repeat(room % piece);
    }
}
