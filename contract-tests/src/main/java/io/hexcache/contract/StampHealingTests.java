package io.hexcache.contract;

import static io.hexcache.contract.StampGivingTests.A;
import static io.hexcache.contract.StampGivingTests.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.Stamps;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A register that has lost stamps notices, and begins anew above all that were given. */
interface StampHealingTests extends RegisterUnderTest {

    @Test
    default void stamp_afterALoss_isLargerThanEveryOneBefore() {
        long before = aheadOfTheClock();
        loseEverything();

        Stamps given = register().stamp(Set.of(B), before);
        assertThat(given.last()).isGreaterThan(given.floor());
        assertThat(given.floor()).isGreaterThan(before);
        assertThat(given.subjects()).containsOnly(Map.entry(B, given.last()));
    }

    @Test
    default void read_afterALoss_raisesTheFloorAboveWhatWasStamped() {
        long before = aheadOfTheClock();
        loseEverything();

        Stamps read = register().read(before, before);
        assertThat(read.floor()).isGreaterThan(before).isEqualTo(read.last());
        assertThat(read.subjects()).isEmpty();
    }

    @Test
    default void read_afterALossByANodeThatKnowsNothing_isAboveTheClock() {
        stamp(A);
        letPass(Duration.ofSeconds(10));
        loseEverything();

        Stamps read = register().read(0, 0);
        assertThat(read.floor()).isEqualTo(read.last())
                .isGreaterThan(clockMicros() - TimeUnit.SECONDS.toMicros(1));
    }

    @Test
    default void read_toldMoreThanTheRegisterKnows_healsOnce() {
        long known = stamp(A).last();
        long told = known + TimeUnit.HOURS.toMicros(1);

        Stamps healed = register().read(known, told);
        assertThat(healed.floor()).isEqualTo(told + 1).isEqualTo(healed.last());
        assertThat(healed.subjects()).isEmpty();
        assertThat(register().read(0, told)).isEqualTo(healed);
        assertThat(register().read(0, healed.last())).isEqualTo(healed);
    }

    @Test
    default void stamp_toldMoreThanTheRegisterKnows_healsFirst() {
        long known = stamp(A).last();
        long told = known + TimeUnit.HOURS.toMicros(1);

        Stamps given = register().stamp(Set.of(B), told);
        assertThat(given.floor()).isEqualTo(told + 1);
        assertThat(given.last()).isEqualTo(told + 2);
        assertThat(register().read(0, given.last()).subjects()).containsOnly(Map.entry(B, told + 2));
    }

    @Test
    default void told_lastOrLess_healsNothing() {
        Stamps given = stamp(A);

        assertThat(register().read(0, given.last()).floor()).isEqualTo(given.floor());
        assertThat(register().read(0, given.last() - 1).subjects()).containsOnlyKeys(A);
        assertThat(register().stamp(Set.of(B), given.last()).floor()).isEqualTo(given.floor());
        assertThat(register().read(0, 0).subjects()).containsOnlyKeys(A, B);
    }

    @Test
    default void stamp_healed_goesOnAbove() {
        long told = stamp(A).last() + TimeUnit.HOURS.toMicros(1);
        register().read(0, told);

        assertThat(stamp(A).last()).isGreaterThan(told + 1);
        assertThat(stamp(A).floor()).isEqualTo(told + 1);
    }

    /** A stamp that the clock reaches in an hour only: a register that begins anew by its clock alone is behind it. */
    private long aheadOfTheClock() {
        return register().stamp(Set.of(A), clockMicros() + TimeUnit.HOURS.toMicros(1)).last();
    }
}
