package io.hexcache.domain.tier;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.Token;
import java.time.Duration;
import java.util.Optional;

/** What L2 answers a reader of a namespace, its failures included. */
sealed interface RemoteAnswer<V> {

    /** A valid entry. */
    record Found<V>(Remaining<V> entry) implements RemoteAnswer<V> {}

    /** The reader holds the lease: what it loads may be stored. */
    record Leased<V>(Token lease, Optional<Remaining<V>> beside) implements RemoteAnswer<V> {}

    /** Somebody else holds the guard: what is loaded now may not be stored. */
    record Held<V>(Guard guard, Optional<Remaining<V>> beside) implements RemoteAnswer<V> {}

    /** Nothing that may be used, nor may anything be stored: a removal is deferred. */
    record Closed<V>() implements RemoteAnswer<V> {}

    /** L2 did not answer, or with an error. */
    record Away<V>() implements RemoteAnswer<V> {}

    /**
     * A valid entry of L2.
     *
     * @param life what was left of its life there
     */
    record Remaining<V>(CacheEntry<V> entry, Duration life) {

        /** Whether its ttl has not passed; afterwards it may only be served as stale. */
        boolean isFresh() {
            return fresh().isPositive();
        }

        /** What is left of its ttl; negative once it has passed. */
        Duration fresh() {
            return life.minus(entry.provenance().staleFor());
        }
    }
}
