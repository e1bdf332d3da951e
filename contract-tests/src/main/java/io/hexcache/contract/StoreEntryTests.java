package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.SHORT;
import static io.hexcache.contract.Samples.bytes;
import static io.hexcache.contract.Samples.filled;
import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;
import static io.hexcache.contract.Samples.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StoredEntry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored comes back as it was, under its own key only, for its ttl only. */
interface StoreEntryTests extends StoreUnderTest {

    @Test
    default void ping_storeIsThere_returns() {
        store().ping();
    }

    @Test
    default void get_nothingStored_isEmpty() {
        assertThat(store().get(key("a"))).isEmpty();
    }

    @Test
    default void set_newKey_isFoundByGetAndFetch() {
        set(key("a"), "value");

        assertThat(store().get(key("a")).orElseThrow().bytes()).isEqualTo(bytes("value"));
        assertThat(fetch(key("a"), token(1))).isInstanceOfSatisfying(Fetched.Found.class,
                found -> assertThat(found.entry().bytes()).isEqualTo(bytes("value")));
    }

    @Test
    default void set_again_replacesBytesAndTtl() {
        set(key("a"), bytes("long value"), LONG.multipliedBy(10));
        set(key("a"), "new");

        StoredEntry stored = store().get(key("a")).orElseThrow();
        assertThat(stored.bytes()).isEqualTo(bytes("new"));
        assertThat(stored.remainingLife()).isLessThanOrEqualTo(LONG);
    }

    @Test
    default void set_ttl_isReportedAsRemaining() {
        set(key("a"), "value");

        assertRemaining(store().get(key("a")).orElseThrow());
        Fetched.Found found = (Fetched.Found) fetch(key("a"), token(1));
        assertRemaining(found.entry());
    }

    @Test
    default void fill_ttl_isReportedAsRemaining() {
        fetch(key("a"), token(1));
        store().fill(write(key("a"), token(1), bytes("value"), LONG));

        assertRemaining(store().get(key("a")).orElseThrow());
    }

    @Test
    default void set_again_isAnotherEntry() {
        store().set(write(key("a"), token(1), "value"), new SetCondition.Always());
        assertThat(store().get(key("a")).orElseThrow().id()).isEqualTo(token(1));
        store().set(write(key("a"), token(2), "value"), new SetCondition.Always());

        assertThat(store().get(key("a")).orElseThrow().id()).isEqualTo(token(2));
    }

    @Test
    default void fill_token_namesTheEntry() {
        fetch(key("a"), token(1));
        fill(key("a"), token(1), "value");

        assertThat(store().get(key("a")).orElseThrow().id()).isEqualTo(token(1));
        assertThat(((Fetched.Found) fetch(key("a"), token(2))).entry().id()).isEqualTo(token(1));
    }

    private void assertRemaining(StoredEntry stored) {
        assertThat(stored.remainingLife()).isBetween(LONG.minus(patience()), LONG);
    }

    @Test
    default void set_ttlOfAYear_isReportedAsRemaining() {
        Duration year = Duration.ofDays(365);
        set(key("a"), bytes("value"), year);

        assertThat(store().get(key("a")).orElseThrow().remainingLife()).isBetween(year.minus(patience()), year);
    }

    @Test
    default void set_ttlHasPassed_isGone() {
        set(key("a"), bytes("value"), SHORT);
        letPass(SHORT);

        awaitGone(key("a"));
        assertThat(fetch(key("a"), token(1))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void set_ttlOfOneMillisecond_isGoneAfterIt() {
        set(key("a"), bytes("value"), Duration.ofMillis(1));
        letPass(Duration.ofMillis(1));

        awaitGone(key("a"));
    }

    @Test
    default void fill_ttlHasPassed_isGone() {
        fetch(key("a"), token(1));
        store().fill(write(key("a"), token(1), bytes("value"), SHORT));
        letPass(SHORT);

        awaitGone(key("a"));
        assertThat(fetch(key("a"), token(2))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void set_againWithLongerTtl_livesForTheLonger() {
        set(key("a"), bytes("value"), SHORT);
        set(key("a"), "value");
        set(key("fence"), bytes("value"), SHORT);
        letPass(SHORT);
        awaitGone(key("fence"));

        assertThat(store().get(key("a"))).isPresent();
    }

    @Test
    default void get_andFetch_doNotLengthenTheLife() {
        set(key("a"), bytes("value"), SHORT.multipliedBy(2));
        letPass(SHORT);
        store().get(key("a"));
        fetch(key("a"), token(1));
        letPass(SHORT);

        awaitGone(key("a"));
    }

    static Stream<byte[]> values() {
        byte[] allBytes = new byte[256];
        for (int i = 0; i < allBytes.length; i++) {
            allBytes[i] = (byte) i;
        }
        return Stream.of(new byte[0], new byte[1], bytes("\r\n"), bytes("nil"), allBytes, filled(1 << 20, 0xff));
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.StoreEntryTests#values")
    default void set_anyBytes_comeBackEqual(byte[] value) {
        set(key("a"), value, LONG);

        assertThat(store().get(key("a")).orElseThrow().bytes()).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.StoreEntryTests#values")
    default void fill_anyBytes_comeBackEqual(byte[] value) {
        fetch(key("a"), token(1));
        store().fill(write(key("a"), token(1), value, LONG));

        assertThat(((Fetched.Found) fetch(key("a"), token(2))).entry().bytes()).isEqualTo(value);
    }

    @Test
    default void set_oddKeys_eachHoldsItsOwnValue() {
        List<CacheKey> keys = Stream.concat(Samples.oddIdentifiers().map(Samples::key), neighbours()).toList();
        keys.forEach(key -> set(key, bytes(key.render()), LONG));

        for (CacheKey key : keys) {
            assertThat(store().get(key)).as(key.render()).hasValueSatisfying(
                    stored -> assertThat(stored.bytes()).isEqualTo(bytes(key.render())));
        }
    }

    private static Stream<CacheKey> neighbours() {
        return Stream.of(new CacheKey(new Namespace("contract"), "1", 1),
                new CacheKey(new Namespace("contract"), "1", 11),
                new CacheKey(new Namespace("contract"), "11", 1), new CacheKey(new Namespace("contract.a"), "1", 1),
                new CacheKey(new Namespace("contract"), "a:1", 1), new CacheKey(new Namespace("contract-a"), "1", 1));
    }
}
