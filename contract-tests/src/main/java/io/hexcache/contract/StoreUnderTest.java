package io.hexcache.contract;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import java.time.Duration;
import java.util.Optional;

/** What the tests of a store need from the adapter's side: stores, and a way to let time pass. */
interface StoreUnderTest {

    /** A store that holds nothing; called once per test. */
    CacheStore emptyStore();

    /** A store whose other side is away; empty if it has none, as a store in memory. */
    Optional<CacheStore> unreachableStore();

    /**
     * Turns the clock of the adapter. Where it is a real one this does nothing: the tests wait for what they expect.
     */
    void letPass(Duration time);

    /**
     * Makes the lease of this key expire. Where the clock is a real one, doing nothing means to wait for the 10 s; an
     * adapter that can cut the life of its guard from outside may do that, and checks that life in a test of its own.
     */
    default void letLeaseExpire(CacheKey key) {
        letPass(CacheStore.LEASE);
    }

    /** How long the tests wait for what they expect before they give up. */
    default Duration patience() {
        return CacheStore.LEASE.plusSeconds(5);
    }

    /** The store of this test. */
    CacheStore store();

    /** Returns as soon as the store holds nothing under the key; fails when the patience is over. */
    default void awaitGone(CacheKey key) {
        Eventually.holds(patience(), () -> store().get(key).isEmpty(), "nothing is left under " + key);
    }
}
