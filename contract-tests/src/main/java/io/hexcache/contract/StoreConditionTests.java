package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.SHORT;
import static io.hexcache.contract.Samples.bytes;
import static io.hexcache.contract.Samples.freshToken;
import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;
import static io.hexcache.contract.Samples.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.Write;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A set stores if its condition holds for the live entry, and voids the guard then; else it changes nothing. */
interface StoreConditionTests extends StoreUnderTest {

    @Test
    default void set_ifAbsent_storesOnlyWhereNothingIs() {
        assertThat(setIf(new SetCondition.IfAbsent(), "first")).isTrue();
        assertThat(setIf(new SetCondition.IfAbsent(), "second")).isFalse();
        assertStored(key("a"), "first");
    }

    @Test
    default void set_ifAbsentOverAnExpiredEntry_isStored() {
        set(key("a"), bytes("expired"), SHORT);
        letPass(SHORT);
        awaitGone(key("a"));

        assertThat(setIf(new SetCondition.IfAbsent(), "new")).isTrue();
        assertStored(key("a"), "new");
    }

    @Test
    default void set_ifPresent_storesOnlyWhereSomethingIs() {
        assertThat(setIf(new SetCondition.IfPresent(), "first")).isFalse();
        assertNothingStored(key("a"));
        set(key("a"), "old");

        assertThat(setIf(new SetCondition.IfPresent(), "new")).isTrue();
        assertStored(key("a"), "new");
    }

    @Test
    default void set_ifPresentOverAnExpiredEntry_isRefused() {
        set(key("a"), bytes("expired"), SHORT);
        letPass(SHORT);
        awaitGone(key("a"));

        assertThat(setIf(new SetCondition.IfPresent(), "new")).isFalse();
        assertNothingStored(key("a"));
    }

    @Test
    default void set_ifUnchanged_storesOnlyOverThatEntry() {
        store().set(write(key("a"), token(1), "old"), new SetCondition.Always());

        assertThat(setIf(new SetCondition.IfUnchanged(token(2)), "other")).isFalse();
        assertStored(key("a"), "old");
        assertThat(setIf(new SetCondition.IfUnchanged(token(1)), "new")).isTrue();
        assertThat(setIf(new SetCondition.IfUnchanged(token(1)), "late")).isFalse();
        assertStored(key("a"), "new");
    }

    @Test
    default void set_ifUnchangedSameBytesAgain_isRefused() {
        store().set(write(key("a"), token(1), "same"), new SetCondition.Always());
        store().set(write(key("a"), token(2), "same"), new SetCondition.Always());

        assertThat(setIf(new SetCondition.IfUnchanged(token(1)), "new")).isFalse();
    }

    @Test
    default void set_ifUnchangedWhereNothingIs_isRefused() {
        assertThat(setIf(new SetCondition.IfUnchanged(token(1)), "new")).isFalse();
        assertNothingStored(key("a"));
    }

    @Test
    default void set_ifUnchangedSinceItsFill_isStored() {
        fetch(key("a"), token(1));
        fill(key("a"), token(1), "filled");

        assertThat(setIf(new SetCondition.IfUnchanged(token(1)), "new")).isTrue();
    }

    @Test
    default void set_ifNewer_storesLaterVersionsOnly() {
        assertThat(setVersion(5, "five")).isTrue();
        assertThat(setVersion(5, "again")).isFalse();
        assertThat(setVersion(4, "four")).isFalse();
        assertStored(key("a"), "five");
        assertThat(setVersion(6, "six")).isTrue();
        assertStored(key("a"), "six");
    }

    @Test
    default void set_ifNewer_comparesNumbersNotTexts() {
        assertThat(setVersion(9, "nine")).isTrue();
        assertThat(setVersion(10, "ten")).isTrue();
        assertThat(setVersion(Long.MAX_VALUE - 1, "large")).isTrue();
        assertThat(setVersion(Long.MAX_VALUE, "largest")).isTrue();
        assertThat(setVersion(Long.MAX_VALUE - 1, "large")).isFalse();
        assertStored(key("a"), "largest");
    }

    @Test
    default void set_ifNewerThanWhatWasPutAndFilled_comparesTheirVersions() {
        begin(key("a"), token(1));
        store().put(new Write(key("a"), token(1), bytes("put"), LONG, 5));
        fetch(key("b"), token(2));
        store().fill(new Write(key("b"), token(2), bytes("filled"), LONG, 5));

        assertThat(setVersion(5, "same")).isFalse();
        assertThat(setVersion(6, "new")).isTrue();
        assertThat(store().set(new Write(key("b"), freshToken(), bytes("same"), LONG, 5),
                new SetCondition.IfNewer())).isFalse();
        assertThat(store().set(new Write(key("b"), freshToken(), bytes("new"), LONG, 6),
                new SetCondition.IfNewer())).isTrue();
    }

    @Test
    default void set_conditionHolds_voidsTheLease() {
        fetch(key("a"), token(1));

        assertThat(setIf(new SetCondition.IfAbsent(), "set")).isTrue();
        assertThat(guardOf(key("a"))).isEqualTo(Guard.FREE);
        assertThat(fill(key("a"), token(1), "late")).isFalse();
        assertStored(key("a"), "set");
    }

    @Test
    default void set_conditionDoesNotHold_leavesTheGuardAsItIs() {
        fetch(key("a"), token(1));

        assertThat(setIf(new SetCondition.IfPresent(), "set")).isFalse();
        assertThat(fill(key("a"), token(1), "filled")).isTrue();
        assertStored(key("a"), "filled");
    }

    @Test
    default void set_ifAbsentAtOnce_exactlyOneIsStored() {
        for (var key : Samples.keys(StoreRaceTests.ROUNDS)) {
            List<Boolean> stored = Together.run(StoreRaceTests.THREADS,
                    thread -> store().set(write(key, token(thread), "v" + thread), new SetCondition.IfAbsent()));

            assertThat(stored).containsOnlyOnce(true);
            assertStored(key, "v" + stored.indexOf(true));
        }
    }

    @Test
    default void set_ifUnchangedAtOnce_exactlyOneIsStored() {
        for (var key : Samples.keys(StoreRaceTests.ROUNDS)) {
            store().set(write(key, token(100), "old"), new SetCondition.Always());
            List<Boolean> stored = Together.run(StoreRaceTests.THREADS, thread -> store()
                    .set(write(key, token(thread), "v" + thread), new SetCondition.IfUnchanged(token(100))));

            assertThat(stored).containsOnlyOnce(true);
            assertStored(key, "v" + stored.indexOf(true));
        }
    }

    private boolean setIf(SetCondition condition, String text) {
        return store().set(write(key("a"), freshToken(), text), condition);
    }

    private boolean setVersion(long version, String text) {
        return store().set(new Write(key("a"), freshToken(), bytes(text), LONG, version), new SetCondition.IfNewer());
    }
}
