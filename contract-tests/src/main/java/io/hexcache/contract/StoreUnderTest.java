package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.Token;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

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
     * Makes the guard of this key expire. Where the clock is a real one, doing nothing means to wait for the 10 s; an
     * adapter that can cut the life of its guard from outside may do that, and checks that life in a test of its own.
     */
    default void letGuardExpire(CacheKey key) {
        letPass(CacheStore.TOKEN_LIFE);
    }

    /**
     * Makes it as late for this key as when a token that was given now has ended. An adapter with a real clock may
     * shorten what is left of every life, by the life of a token, rather than wait.
     */
    default void letTokenEnd(CacheKey key) {
        letPass(CacheStore.TOKEN_LIFE);
    }

    /** How long the tests wait for what they expect before they give up. */
    default Duration patience() {
        return CacheStore.TOKEN_LIFE.plusSeconds(5);
    }

    /** The store of this test. */
    CacheStore store();

    /** Returns as soon as the store holds nothing under the key; fails when the patience is over. */
    default void awaitGone(CacheKey key) {
        Eventually.holds(patience(), () -> store().get(key).isEmpty(), "nothing is left under " + key);
    }

    /** Stores an entry, whatever is there. */
    default void set(CacheKey key, byte[] bytes, Duration life) {
        store().set(Samples.write(key, Samples.freshToken(), bytes, life), new SetCondition.Always());
    }

    /** Stores a text with a long life, whatever is there. */
    default void set(CacheKey key, String text) {
        set(key, Samples.bytes(text), Samples.LONG);
    }

    /** Asks for the entry or the lease. */
    default Fetched fetch(CacheKey key, Token token) {
        return store().fetch(Fetch.of(key, token));
    }

    /** Fills with a text of a long life. */
    default boolean fill(CacheKey key, Token token, String text) {
        return store().fill(Samples.write(key, token, text));
    }

    /** A write of this key begins. */
    default void begin(CacheKey key, Token token) {
        store().begin(Set.of(key), token);
    }

    /** A write ends with a text of a long life. */
    default boolean put(CacheKey key, Token token, String text) {
        return store().put(Samples.write(key, token, text));
    }

    /** How the guard of the key stands. */
    default Guard guardOf(CacheKey key) {
        return store().inspect(key).guard();
    }

    /** Fails unless the key holds this text. */
    default void assertStored(CacheKey key, String text) {
        assertThat(store().get(key)).as(key.render()).hasValueSatisfying(
                stored -> assertThat(stored.bytes()).isEqualTo(Samples.bytes(text)));
    }

    /** Fails unless the key holds nothing. */
    default void assertNothingStored(CacheKey key) {
        assertThat(store().get(key)).as(key.render()).isEmpty();
    }
}
