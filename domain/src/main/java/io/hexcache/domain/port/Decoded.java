package io.hexcache.domain.port;

import io.hexcache.domain.entry.CacheEntry;

/** What bytes out of a store turn out to be. */
public sealed interface Decoded<V> {

    /** A whole entry. */
    record Intact<V>(CacheEntry<V> entry) implements Decoded<V> {}

    /** Something else, which counts as a miss. */
    record Unreadable<V>(String reason) implements Decoded<V> {}
}
