package io.hexcache.domain.port;

import java.time.Duration;

/**
 * What a store answers for a live entry: its bytes, which the caller must not change, what is left of its life, and
 * the token under which it was stored.
 */
public final class StoredEntry {

    private final byte[] bytes;
    private final Duration remainingLife;
    private final Token id;

    /** Takes over the array; {@code remainingLife} is positive. */
    public StoredEntry(byte[] bytes, Duration remainingLife, Token id) {
        if (!remainingLife.isPositive()) {
            throw new IllegalArgumentException("remainingLife is " + remainingLife + "; a live entry has some left");
        }
        this.bytes = bytes;
        this.remainingLife = remainingLife;
        this.id = id;
    }

    /** The stored bytes, not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** What was left of its life when the store answered; the answer itself took time, so count from the request. */
    public Duration remainingLife() {
        return remainingLife;
    }

    /** Tells this entry from every other one that was ever stored. */
    public Token id() {
        return id;
    }
}
