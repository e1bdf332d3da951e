package io.hexcache.domain.port;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Names one change, so that a store which is asked for it twice, or late, makes it once. */
public record OperationId(String text) {

    /** How many characters the text has. */
    public static final int LENGTH = 32;

    /** Checks the length, since stores may keep it in a field of that size. */
    public OperationId {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("operation id '" + text + "' has not " + LENGTH + " characters");
        }
    }

    /** A new one of 128 random bits. */
    public static OperationId next(RandomGenerator random) {
        HexFormat hex = HexFormat.of();
        return new OperationId(hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong()));
    }
}
