package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.StoredEntry;
import java.time.Duration;

/** What the store in memory holds under a key: the bytes, and the reading of the ticker from which on they are gone. */
final class StoredBytes {

    /** What an entry costs beside its bytes and the text of its key, roughly: the objects and nodes around them. */
    private static final int OVERHEAD = 200;

    private final byte[] bytes;
    private final long deadline;

    StoredBytes(byte[] bytes, long deadline) {
        this.bytes = bytes;
        this.deadline = deadline;
    }

    boolean isLive(long now) {
        return deadline - now > 0;
    }

    StoredEntry answer(long now) {
        return new StoredEntry(bytes, remaining(now));
    }

    Duration remaining(long now) {
        return Duration.ofNanos(deadline - now);
    }

    int weightUnder(CacheKey key) {
        long characters = key.namespace().name().length() + (long) key.identifier().length();
        return (int) Math.min(Integer.MAX_VALUE, bytes.length + characters * Character.BYTES + OVERHEAD);
    }
}
