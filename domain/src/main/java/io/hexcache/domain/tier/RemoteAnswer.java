package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import java.time.Duration;

/** What L2 answers a reader of a namespace, its failures included. */
sealed interface RemoteAnswer<V> {

    /** A live entry, with what is left of its ttl. */
    record Found<V>(CacheEntry<V> entry, Duration remaining) implements RemoteAnswer<V> {}

    /** None, and the reader holds the lease: what it loads may be stored. */
    record Leased<V>() implements RemoteAnswer<V> {}

    /**
     * None that may be used, nor may anything be stored: another reader loads, L2 is away, or a removal is deferred.
     */
    record Closed<V>() implements RemoteAnswer<V> {}
}
