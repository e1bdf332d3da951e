package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.SHORT;
import static io.hexcache.contract.Samples.bytes;
import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;
import static io.hexcache.domain.port.CacheStore.TOKEN_LIFE;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Guard;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An entry gets a new life by expire; one that a begin has cut never gets a longer one. */
interface StoreLifeTests extends StoreUnderTest {

    @Test
    default void expire_longer_isTheLifeFromNow() {
        set(key("a"), "value");

        assertThat(store().expire(key("a"), LONG.multipliedBy(10)).orElseThrow())
                .isBetween(LONG.multipliedBy(10).minus(patience()), LONG.multipliedBy(10));
        assertThat(remaining()).isBetween(LONG.multipliedBy(10).minus(patience()), LONG.multipliedBy(10));
    }

    @Test
    default void expire_shorter_isGoneAfterIt() {
        set(key("a"), "value");

        assertThat(store().expire(key("a"), SHORT)).isPresent();
        letPass(SHORT);
        awaitGone(key("a"));
    }

    @Test
    default void expire_nothingStored_saysSo() {
        assertThat(store().expire(key("a"), LONG)).isEmpty();
        assertNothingStored(key("a"));
    }

    @Test
    default void expire_expired_saysSoAndRevivesNothing() {
        set(key("a"), bytes("value"), SHORT);
        letPass(SHORT);
        awaitGone(key("a"));

        assertThat(store().expire(key("a"), LONG)).isEmpty();
        assertNothingStored(key("a"));
    }

    @Test
    default void expire_entry_keepsItsBytesAndItsName() {
        fetch(key("a"), token(1));
        fill(key("a"), token(1), "value");
        store().expire(key("a"), LONG.multipliedBy(2));

        assertStored(key("a"), "value");
        assertThat(store().get(key("a")).orElseThrow().id()).isEqualTo(token(1));
    }

    @Test
    default void expire_leased_leavesTheLease() {
        set(key("a"), "old");
        store().fetch(Fetch.of(key("a"), token(1)).leaseBelow(Fetch.ANY_LIFE));

        assertThat(store().expire(key("a"), LONG.multipliedBy(2)).orElseThrow()).isGreaterThan(LONG);
        assertThat(remaining()).isGreaterThan(LONG);
        assertThat(fill(key("a"), token(1), "new")).isTrue();
    }

    @Test
    default void begin_longLife_isCutToThatOfTheToken() {
        set(key("a"), "value");
        begin(key("a"), token(1));

        assertStored(key("a"), "value");
        assertThat(remaining()).isBetween(Duration.ofMillis(1), TOKEN_LIFE);
    }

    @Test
    default void begin_shortLife_getsNoLonger() {
        Duration half = TOKEN_LIFE.dividedBy(2);
        set(key("a"), bytes("value"), half);
        begin(key("a"), token(1));
        begin(key("a"), token(2));

        assertThat(remaining()).isLessThanOrEqualTo(half);
    }

    @Test
    default void begin_nobodyPuts_theEntryIsGoneWithTheToken() {
        set(key("a"), "value");
        begin(key("a"), token(1));
        letTokenEnd(key("a"));

        awaitGone(key("a"));
        Eventually.holds(patience(), () -> guardOf(key("a")) == Guard.FREE, "the guard is free");
    }

    @Test
    default void expire_writeHasBegun_becomesNoLonger() {
        set(key("a"), "value");
        begin(key("a"), token(1));

        assertThat(store().expire(key("a"), LONG).orElseThrow()).isBetween(Duration.ofMillis(1), TOKEN_LIFE);
        assertThat(remaining()).isLessThanOrEqualTo(TOKEN_LIFE);
        assertThat(guardOf(key("a"))).isEqualTo(Guard.WRITING);
    }

    @Test
    default void expire_writeHasBegunOnAShortLife_becomesNoLonger() {
        Duration half = TOKEN_LIFE.dividedBy(2);
        set(key("a"), bytes("value"), half);
        begin(key("a"), token(1));

        assertThat(store().expire(key("a"), LONG).orElseThrow()).isBetween(Duration.ofMillis(1), half);
        assertThat(remaining()).isLessThanOrEqualTo(half);
    }

    @Test
    default void expire_writesOverlap_becomesNoLonger() {
        set(key("a"), "value");
        begin(key("a"), token(1));
        begin(key("a"), token(2));
        store().expire(key("a"), LONG);

        assertThat(remaining()).isLessThanOrEqualTo(TOKEN_LIFE);
    }

    @Test
    default void expire_writeHasBegun_mayBecomeShorter() {
        set(key("a"), "value");
        begin(key("a"), token(1));

        assertThat(store().expire(key("a"), SHORT)).isPresent();
        letPass(SHORT);
        awaitGone(key("a"));
    }

    @Test
    default void put_afterTheCut_hasItsOwnLife() {
        set(key("a"), "old");
        begin(key("a"), token(1));
        put(key("a"), token(1), "new");

        assertThat(remaining()).isGreaterThan(TOKEN_LIFE);
        store().expire(key("a"), LONG.multipliedBy(2));
        assertThat(remaining()).isGreaterThan(LONG);
    }

    @Test
    default void set_afterTheCut_hasItsOwnLife() {
        set(key("a"), "old");
        begin(key("a"), token(1));
        set(key("a"), "new");

        assertThat(remaining()).isGreaterThan(TOKEN_LIFE);
        store().expire(key("a"), LONG.multipliedBy(2));
        assertThat(remaining()).isGreaterThan(LONG);
    }

    @Test
    default void fill_afterTheCut_hasItsOwnLife() {
        set(key("a"), "old");
        begin(key("a"), token(1));
        store().abandon(Set.of(key("a")), token(1));
        fetch(key("a"), token(2));
        fill(key("a"), token(2), "new");

        assertThat(remaining()).isGreaterThan(TOKEN_LIFE);
    }

    private Duration remaining() {
        return store().get(key("a")).orElseThrow().remainingLife();
    }
}
