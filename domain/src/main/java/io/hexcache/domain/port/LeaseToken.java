package io.hexcache.domain.port;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Names one lease. Tokens are random, so that no two nodes ever make the same one. */
public record LeaseToken(String text) {

    /** A new token of 128 random bits. */
    public static LeaseToken next(RandomGenerator random) {
        HexFormat hex = HexFormat.of();
        return new LeaseToken(hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong()));
    }
}
