package io.hexcache.domain.port;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Names one lease, one write, and the entry that comes of it. Tokens are random, made by who asks, and used for one
 * request that grants and one that stores; so a request that comes late or twice finds its token gone.
 */
public record Token(String text) {

    /** How many characters the text of a token has. */
    public static final int LENGTH = 32;

    /** Checks the length, since stores keep tokens in a field of that size. */
    public Token {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("token '" + text + "' has not " + LENGTH + " characters");
        }
    }

    /** A new token of 128 random bits. */
    public static Token next(RandomGenerator random) {
        HexFormat hex = HexFormat.of();
        return new Token(hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong()));
    }
}
