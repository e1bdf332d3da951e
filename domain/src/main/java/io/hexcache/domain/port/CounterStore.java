package io.hexcache.domain.port;

import io.hexcache.domain.key.CounterKey;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Counters of 64 bits, shared by all nodes where the store is remote. A counter exists from its first change on, until
 * it is removed, its ttl has passed, or it is cleared: it carries a stamp, and is as if it were not there for a caller
 * who knows of a later clear (see {@link CounterAge}).
 *
 * <p>
 * <b>Atomicity.</b> Each operation is one atomic step on one counter, with the record of its operation ids: a store
 * that runs scripts does it by one script, and one that is sharded in one slot.
 *
 * <p>
 * <b>Failures</b> are those of {@link CacheStore}. A change that failed with anything but overload may still take
 * effect later, but not if it was asked for again meanwhile.
 */
public interface CounterStore {

    /** How long the outcome of a change is remembered at least. */
    Duration MEMORY = Duration.ofMinutes(1);

    /**
     * Adds to the counter, which is made with the value 0 if it does not exist. A change that was made within the last
     * {@link #MEMORY} is not made again: the answer is the one of then, whatever has become of the counter.
     *
     * @return what the counter stands at by this change
     * @throws io.hexcache.domain.error.CacheWriteException if the sum would leave 64 bits; nothing is changed or made
     * @throws io.hexcache.domain.error.CacheOverloadException if a store with a bound can take no more counters or
     *         remember no more changes
     */
    long add(CounterKey key, CounterChange change);

    /** What the counter stands at, if it exists. Changes nothing. */
    OptionalLong get(CounterKey key, CounterAge age);

    /**
     * Removes the counter; the next change makes a new one. The outcomes of its changes stay remembered.
     *
     * @return whether it existed
     */
    boolean remove(CounterKey key, CounterAge age);
}
