package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.SHORT;
import static io.hexcache.contract.Samples.bytes;
import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Fetched;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fill is stored under the lease that was granted, and under no other. */
interface StoreLeaseTests extends StoreUnderTest {

    @Test
    default void fetch_nothingStored_isLeased() {
        assertThat(store().fetch(key("a"), token(1))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void fetch_leasedToAnother_isHeld() {
        store().fetch(key("a"), token(1));

        assertThat(store().fetch(key("a"), token(2))).isInstanceOf(Fetched.Held.class);
        assertThat(store().fetch(key("b"), token(3))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void get_nothingStored_takesNoLease() {
        store().get(key("a"));

        assertThat(store().fetch(key("a"), token(1))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void get_leased_isEmpty() {
        store().fetch(key("a"), token(1));

        assertThat(store().get(key("a"))).isEmpty();
    }

    @Test
    default void fill_ownLease_isStoredAndFreesTheGuard() {
        store().fetch(key("a"), token(1));

        assertThat(store().fill(key("a"), token(1), bytes("value"), LONG)).isTrue();
        assertThat(store().get(key("a")).orElseThrow().bytes()).isEqualTo(bytes("value"));
        assertThat(store().remove(Set.of(key("a")))).isEqualTo(1);
        assertThat(store().fetch(key("a"), token(2))).isInstanceOf(Fetched.Leased.class);
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.Samples#oddIdentifiers")
    default void fill_oddKey_isStored(String identifier) {
        CacheKey key = key(identifier);

        assertThat(store().fetch(key, token(1))).isInstanceOf(Fetched.Leased.class);
        assertThat(store().fill(key, token(1), bytes("value"), LONG)).isTrue();
        assertThat(store().fetch(key, token(2))).isInstanceOf(Fetched.Found.class);
    }

    @Test
    default void fill_twice_isRefused() {
        store().fetch(key("a"), token(1));
        store().fill(key("a"), token(1), bytes("first"), LONG);

        assertRefused(1, "first");
    }

    @Test
    default void fill_tokenOfAnother_isRefused() {
        store().fetch(key("a"), token(1));

        assertRefused(2);
        assertThat(store().fill(key("a"), token(1), bytes("value"), LONG)).isTrue();
    }

    @Test
    default void fill_neverFetched_isRefused() {
        assertRefused(1);
    }

    @Test
    default void fill_leaseOfAnotherKey_isRefused() {
        store().fetch(key("b"), token(1));

        assertRefused(1);
    }

    @Test
    default void fill_fetchFoundAnEntry_isRefused() {
        store().set(key("a"), bytes("stored"), LONG);
        store().fetch(key("a"), token(1));

        assertRefused(1, "stored");
    }

    @Test
    default void fill_fetchWasHeld_isRefused() {
        store().fetch(key("a"), token(1));
        store().fetch(key("a"), token(2));

        assertRefused(2);
    }

    @Test
    default void fill_removedSince_isRefusedAndTheGuardIsFree() {
        store().fetch(key("a"), token(1));
        store().remove(Set.of(key("a")));

        assertRefused(1);
        assertThat(store().fetch(key("a"), token(2))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void fill_removedAndLeasedToAnotherSince_isRefused() {
        store().fetch(key("a"), token(1));
        store().remove(Set.of(key("a")));
        store().fetch(key("a"), token(2));

        assertRefused(1);
        assertThat(store().fill(key("a"), token(2), bytes("value"), LONG)).isTrue();
    }

    @Test
    default void fill_setSince_isRefused() {
        store().fetch(key("a"), token(1));
        store().set(key("a"), bytes("set"), LONG);

        assertRefused(1, "set");
    }

    @Test
    default void fill_setSinceAndExpired_isRefused() {
        store().fetch(key("a"), token(1));
        store().set(key("a"), bytes("set"), SHORT);
        letPass(SHORT);
        awaitGone(key("a"));

        assertRefused(1);
    }

    @Test
    default void fill_leaseExpired_isRefusedAndTheNextFetchIsLeased() {
        store().fetch(key("a"), token(1));
        letLeaseExpire(key("a"));
        Eventually.holds(patience(), () -> store().fetch(key("a"), token(2)) instanceof Fetched.Leased,
                "the lease expires");

        assertRefused(1);
        assertThat(store().fill(key("a"), token(2), bytes("value"), LONG)).isTrue();
    }

    @Test
    default void release_ownLease_freesTheGuard() {
        store().fetch(key("a"), token(1));
        store().release(key("a"), token(1));

        assertRefused(1);
        assertThat(store().fetch(key("a"), token(2))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void release_tokenOfAnother_changesNothing() {
        store().fetch(key("a"), token(1));
        store().release(key("a"), token(2));

        assertThat(store().fetch(key("a"), token(3))).isInstanceOf(Fetched.Held.class);
        assertThat(store().fill(key("a"), token(1), bytes("value"), LONG)).isTrue();
    }

    @Test
    default void release_afterTheFill_leavesTheEntry() {
        store().fetch(key("a"), token(1));
        store().fill(key("a"), token(1), bytes("value"), LONG);
        store().release(key("a"), token(1));

        assertThat(store().get(key("a"))).isPresent();
    }

    @Test
    default void release_nothingLeased_doesNothing() {
        store().release(key("a"), token(1));

        assertThat(store().fetch(key("a"), token(2))).isInstanceOf(Fetched.Leased.class);
    }

    private void assertRefused(int token) {
        assertThat(store().fill(key("a"), token(token), bytes("refused"), LONG)).isFalse();
        assertThat(store().get(key("a"))).isEmpty();
    }

    private void assertRefused(int token, String kept) {
        assertThat(store().fill(key("a"), token(token), bytes("refused"), LONG)).isFalse();
        assertThat(store().get(key("a")).orElseThrow().bytes()).isEqualTo(bytes(kept));
    }
}
