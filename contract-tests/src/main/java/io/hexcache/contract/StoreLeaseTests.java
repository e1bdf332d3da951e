package io.hexcache.contract;

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
        assertThat(fetch(key("a"), token(1))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void fetch_leasedToAnother_isHeld() {
        fetch(key("a"), token(1));

        assertThat(fetch(key("a"), token(2))).isInstanceOf(Fetched.Held.class);
        assertThat(fetch(key("b"), token(3))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void get_nothingStored_takesNoLease() {
        store().get(key("a"));

        assertThat(fetch(key("a"), token(1))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void get_leased_isEmpty() {
        fetch(key("a"), token(1));

        assertThat(store().get(key("a"))).isEmpty();
    }

    @Test
    default void fill_ownLease_isStoredAndFreesTheGuard() {
        fetch(key("a"), token(1));

        assertThat(fill(key("a"), token(1), "value")).isTrue();
        assertThat(store().get(key("a")).orElseThrow().bytes()).isEqualTo(bytes("value"));
        assertThat(store().remove(Set.of(key("a")))).isEqualTo(1);
        assertThat(fetch(key("a"), token(2))).isInstanceOf(Fetched.Leased.class);
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.Samples#oddIdentifiers")
    default void fill_oddKey_isStored(String identifier) {
        CacheKey key = key(identifier);

        assertThat(fetch(key, token(1))).isInstanceOf(Fetched.Leased.class);
        assertThat(fill(key, token(1), "value")).isTrue();
        assertThat(fetch(key, token(2))).isInstanceOf(Fetched.Found.class);
    }

    @Test
    default void fill_twice_isRefused() {
        fetch(key("a"), token(1));
        fill(key("a"), token(1), "first");

        assertRefused(1, "first");
    }

    @Test
    default void fill_tokenOfAnother_isRefused() {
        fetch(key("a"), token(1));

        assertRefused(2);
        assertThat(fill(key("a"), token(1), "value")).isTrue();
    }

    @Test
    default void fill_neverFetched_isRefused() {
        assertRefused(1);
    }

    @Test
    default void fill_leaseOfAnotherKey_isRefused() {
        fetch(key("b"), token(1));

        assertRefused(1);
    }

    @Test
    default void fill_fetchFoundAnEntry_isRefused() {
        set(key("a"), "stored");
        fetch(key("a"), token(1));

        assertRefused(1, "stored");
    }

    @Test
    default void fill_fetchWasHeld_isRefused() {
        fetch(key("a"), token(1));
        fetch(key("a"), token(2));

        assertRefused(2);
    }

    @Test
    default void fill_removedSince_isRefusedAndTheGuardIsFree() {
        fetch(key("a"), token(1));
        store().remove(Set.of(key("a")));

        assertRefused(1);
        assertThat(fetch(key("a"), token(2))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void fill_removedAndLeasedToAnotherSince_isRefused() {
        fetch(key("a"), token(1));
        store().remove(Set.of(key("a")));
        fetch(key("a"), token(2));

        assertRefused(1);
        assertThat(fill(key("a"), token(2), "value")).isTrue();
    }

    @Test
    default void fill_setSince_isRefused() {
        fetch(key("a"), token(1));
        set(key("a"), "set");

        assertRefused(1, "set");
    }

    @Test
    default void fill_setSinceAndExpired_isRefused() {
        fetch(key("a"), token(1));
        set(key("a"), bytes("set"), SHORT);
        letPass(SHORT);
        awaitGone(key("a"));

        assertRefused(1);
    }

    @Test
    default void fill_leaseExpired_isRefusedAndTheNextFetchIsLeased() {
        fetch(key("a"), token(1));
        letGuardExpire(key("a"));
        Eventually.holds(patience(), () -> fetch(key("a"), token(2)) instanceof Fetched.Leased,
                "the lease expires");

        assertRefused(1);
        assertThat(fill(key("a"), token(2), "value")).isTrue();
    }

    @Test
    default void release_ownLease_freesTheGuard() {
        fetch(key("a"), token(1));
        store().release(key("a"), token(1));

        assertRefused(1);
        assertThat(fetch(key("a"), token(2))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void release_tokenOfAnother_changesNothing() {
        fetch(key("a"), token(1));
        store().release(key("a"), token(2));

        assertThat(fetch(key("a"), token(3))).isInstanceOf(Fetched.Held.class);
        assertThat(fill(key("a"), token(1), "value")).isTrue();
    }

    @Test
    default void release_afterTheFill_leavesTheEntry() {
        fetch(key("a"), token(1));
        fill(key("a"), token(1), "value");
        store().release(key("a"), token(1));

        assertThat(store().get(key("a"))).isPresent();
    }

    @Test
    default void release_nothingLeased_doesNothing() {
        store().release(key("a"), token(1));

        assertThat(fetch(key("a"), token(2))).isInstanceOf(Fetched.Leased.class);
    }

    private void assertRefused(int token) {
        assertThat(fill(key("a"), token(token), "refused")).isFalse();
        assertNothingStored(key("a"));
    }

    private void assertRefused(int token, String kept) {
        assertThat(fill(key("a"), token(token), "refused")).isFalse();
        assertStored(key("a"), kept);
    }
}
