package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import java.time.Duration;

/** What the store in memory holds under a key, and the reading of the ticker from which on it is gone. */
final class StoredBytes {

    /** What an entry costs beside its bytes and the text of its key, roughly: the objects and nodes around them. */
    private static final int OVERHEAD = 250;

    private final Write write;
    private final long deadline;
    private final boolean capped;

    private StoredBytes(Write write, long deadline, boolean capped) {
        this.write = write;
        this.deadline = deadline;
        this.capped = capped;
    }

    static StoredBytes of(Write write, long now) {
        return new StoredBytes(write, now + write.life().toNanos(), false);
    }

    boolean isLive(long now) {
        return deadline - now > 0;
    }

    StoredEntry answer(long now) {
        return new StoredEntry(write.bytes(), remaining(now), write.token());
    }

    Duration remaining(long now) {
        return Duration.ofNanos(deadline - now);
    }

    boolean isNamed(Token token) {
        return write.token().equals(token);
    }

    long version() {
        return write.version();
    }

    /** The same entry when a write has begun: it outlives the token of the write no more, whatever comes. */
    StoredBytes capped(long now) {
        return new StoredBytes(write, now + Math.min(deadline - now, CacheStore.TOKEN_LIFE.toNanos()), true);
    }

    /** The same entry with this life from now on; a capped one never gets a longer one. */
    StoredBytes living(Duration life, long now) {
        long asked = life.toNanos();
        return new StoredBytes(write, now + (capped ? Math.min(deadline - now, asked) : asked), capped);
    }

    int weight() {
        CacheKey key = write.key();
        long characters = key.namespace().name().length() + (long) key.identifier().length();
        return (int) Math.min(Integer.MAX_VALUE, write.bytes().length + characters * Character.BYTES + OVERHEAD);
    }
}
