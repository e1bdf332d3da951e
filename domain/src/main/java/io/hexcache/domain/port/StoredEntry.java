package io.hexcache.domain.port;

import java.time.Duration;

/**
 * What a store answers for a live entry: its bytes, which the caller must not change, and what is left of its ttl.
 */
public final class StoredEntry {

    private final byte[] bytes;
    private final Duration remainingTtl;

    /** Takes over the array; {@code remainingTtl} is positive. */
    public StoredEntry(byte[] bytes, Duration remainingTtl) {
        if (!remainingTtl.isPositive()) {
            throw new IllegalArgumentException("remainingTtl is " + remainingTtl + "; a live entry has some left");
        }
        this.bytes = bytes;
        this.remainingTtl = remainingTtl;
    }

    /** The stored bytes, not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** What was left of the ttl when the store answered; the answer itself took time, so count from the request. */
    public Duration remainingTtl() {
        return remainingTtl;
    }
}
