package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.SHORT;
import static io.hexcache.contract.Samples.bytes;
import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;
import static io.hexcache.contract.Samples.write;
import static io.hexcache.domain.port.CacheStore.TOKEN_LIFE;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Guard;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A write stores what it wrote if nobody came between, and leaves nothing otherwise. */
interface StoreWriteTests extends StoreUnderTest {

    @Test
    default void put_ownWrite_isStoredUnderItsToken() {
        begin(key("a"), token(1));

        assertThat(put(key("a"), token(1), "value")).isTrue();
        assertStored(key("a"), "value");
        assertThat(store().get(key("a")).orElseThrow().id()).isEqualTo(token(1));
        assertThat(fetch(key("a"), token(2))).isInstanceOf(Fetched.Found.class);
    }

    @Test
    default void put_life_isKept() {
        begin(key("a"), token(1));
        store().put(write(key("a"), token(1), bytes("value"), SHORT));
        letPass(SHORT);

        awaitGone(key("a"));
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.StoreEntryTests#values")
    default void put_anyBytes_comeBackEqual(byte[] value) {
        begin(key("a"), token(1));
        store().put(write(key("a"), token(1), value, LONG));

        assertThat(store().get(key("a")).orElseThrow().bytes()).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.Samples#oddIdentifiers")
    default void put_oddKey_isStored(String identifier) {
        begin(key(identifier), token(1));

        assertThat(guardOf(key(identifier))).isEqualTo(Guard.WRITING);
        assertThat(put(key(identifier), token(1), "value")).isTrue();
        assertStored(key(identifier), "value");
    }

    @Test
    default void begin_readerLoads_itsFillIsRefused() {
        fetch(key("a"), token(1));
        begin(key("a"), token(2));

        assertThat(fill(key("a"), token(1), "outdated")).isFalse();
        assertThat(put(key("a"), token(2), "value")).isTrue();
        assertThat(fill(key("a"), token(1), "outdated")).isFalse();
        assertStored(key("a"), "value");
    }

    @Test
    default void begin_writersOverlap_noneOfThemStores() {
        begin(key("a"), token(1));
        begin(key("a"), token(2));

        assertThat(put(key("a"), token(1), "first")).isFalse();
        assertThat(put(key("a"), token(2), "second")).isFalse();
        assertNothingStored(key("a"));
        assertThat(guardOf(key("a"))).isEqualTo(Guard.FREE);
    }

    @Test
    default void begin_writersOverlapAndTheSecondEndsFirst_noneOfThemStores() {
        begin(key("a"), token(1));
        begin(key("a"), token(2));

        assertThat(put(key("a"), token(2), "second")).isFalse();
        assertNothingStored(key("a"));
        assertThat(put(key("a"), token(1), "first")).isFalse();
        assertNothingStored(key("a"));
    }

    @Test
    default void put_refused_removesWhatIsThere() {
        set(key("a"), "old");

        assertThat(put(key("a"), token(1), "refused")).isFalse();
        assertNothingStored(key("a"));
    }

    @Test
    default void remove_writerIsUnderWay_itsPutIsRefused() {
        set(key("a"), "old");
        begin(key("a"), token(1));

        assertThat(store().remove(Set.of(key("a")))).isEqualTo(1);
        assertThat(put(key("a"), token(1), "overtaken")).isFalse();
        assertNothingStored(key("a"));
    }

    @Test
    default void begin_severalKeys_eachHasTheToken() {
        Set<CacheKey> keys = Set.of(key("a"), key("b"), key("c"));
        store().begin(keys, token(1));
        begin(key("b"), token(2));

        assertThat(put(key("a"), token(1), "A")).isTrue();
        assertThat(put(key("b"), token(1), "B")).isFalse();
        assertThat(put(key("c"), token(1), "C")).isTrue();
    }

    @Test
    default void begin_manyKeys_eachHasTheToken() {
        List<CacheKey> keys = Samples.keys(1_000);
        store().begin(new HashSet<>(keys), token(1));

        assertThat(store().putAll(keys.stream().map(key -> write(key, token(1), "value")).toList()))
                .containsOnly(true);
    }

    @Test
    default void abandon_severalKeys_leavesNothing() {
        set(key("a"), "old");
        set(key("b"), "old");
        set(key("other"), "old");
        Set<CacheKey> keys = Set.of(key("a"), key("b"), key("c"));
        store().begin(keys, token(1));
        store().abandon(keys, token(1));

        assertThat(keys).allSatisfy(key -> {
            assertNothingStored(key);
            assertThat(guardOf(key)).isEqualTo(Guard.FREE);
        });
        assertStored(key("other"), "old");
    }

    @Test
    default void begin_otherKeys_areLeftAlone() {
        set(key("b"), "value");
        fetch(key("c"), token(1));
        begin(key("a"), token(2));

        assertThat(store().get(key("b")).orElseThrow().remainingLife())
                .isGreaterThan(TOKEN_LIFE);
        assertThat(fill(key("c"), token(1), "value")).isTrue();
    }
}
