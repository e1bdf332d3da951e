package io.hexcache.infrastructure.memory;

import static io.hexcache.contract.SuiteVerdict.failuresOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The suite of registers refuses those that are wrong, by the tests that are about what is wrong with them. */
final class StampRegisterRefusalTest {

    @Test
    void registerThatDoesNotHeal_isRefused() {
        assertThat(failuresOf(DoesNotHeal.class)).containsExactlyInAnyOrder(
                "read_afterALoss_raisesTheFloorAboveWhatWasStamped", "read_toldMoreThanTheRegisterKnows_healsOnce",
                "stamp_afterALoss_isLargerThanEveryOneBefore", "stamp_healed_goesOnAbove",
                "stamp_toldMoreThanTheRegisterKnows_healsFirst");
    }

    static final class DoesNotHeal extends WrongRegisterSuite {

        DoesNotHeal() {
            super(WrongRegisters::thatDoesNotHeal);
        }
    }

    @Test
    void registerThatOnlyCounts_isRefused() {
        assertThat(failuresOf(OnlyCounts.class)).containsExactlyInAnyOrder(
                "read_afterALossByANodeThatKnowsNothing_isAboveTheClock",
                "read_afterALoss_raisesTheFloorAboveWhatWasStamped", "read_nothingStamped_answersFloorAndLast",
                "read_toldMoreThanTheRegisterKnows_healsOnce", "stamp_afterALoss_isLargerThanEveryOneBefore",
                "stamp_clock_isTheSmallestStamp", "stamp_healed_goesOnAbove", "stamp_one_isLastAndGivenToIt",
                "stamp_toldMoreThanTheRegisterKnows_healsFirst");
    }

    static final class OnlyCounts extends WrongRegisterSuite {

        OnlyCounts() {
            super(clock -> WrongRegisters.thatOnlyCounts());
        }
    }

    @Test
    void registerThatHealsTooOften_isRefused() {
        assertThat(failuresOf(HealsTooOften.class)).containsExactlyInAnyOrder("read_again_changesNothing",
                "read_since_isWhatWasStampedAfterIt", "read_toldMoreThanTheRegisterKnows_healsOnce",
                "stamp_oddNames_areKeptExactly", "stamp_toldMoreThanTheRegisterKnows_healsFirst",
                "told_lastOrLess_healsNothing");
    }

    static final class HealsTooOften extends WrongRegisterSuite {

        HealsTooOften() {
            super(WrongRegisters::thatHealsTooOften);
        }
    }

    @Test
    void registerThatStampsEachApart_isRefused() {
        assertThat(failuresOf(StampsEachApart.class)).containsExactlyInAnyOrder("stamp_oddNames_areKeptExactly",
                "stamp_several_getTheSame");
    }

    static final class StampsEachApart extends WrongRegisterSuite {

        StampsEachApart() {
            super(WrongRegisters::thatStampsEachApart);
        }
    }

    @Test
    void registerThatAnswersEverything_isRefused() {
        assertThat(failuresOf(AnswersEverything.class)).containsExactly("read_since_isWhatWasStampedAfterIt");
    }

    static final class AnswersEverything extends WrongRegisterSuite {

        AnswersEverything() {
            super(WrongRegisters::thatAnswersEverything);
        }
    }

    @Test
    void registerThatTakesSinceAsIncluded_isRefused() {
        assertThat(failuresOf(TakesSinceAsIncluded.class)).containsExactly("read_since_isWhatWasStampedAfterIt");
    }

    static final class TakesSinceAsIncluded extends WrongRegisterSuite {

        TakesSinceAsIncluded() {
            super(WrongRegisters::thatTakesSinceAsIncluded);
        }
    }

    @Test
    void registerThatIsNotAtomic_isRefused() {
        assertThat(failuresOf(IsNotAtomic.class)).contains("stamp_atOnce_noneIsGivenTwice");
    }

    static final class IsNotAtomic extends WrongRegisterSuite {

        IsNotAtomic() {
            super(WrongRegisters::thatIsNotAtomic);
        }
    }

    @Test
    void registerThatIsRight_isNotRefused() {
        assertThat(failuresOf(Right.class)).isEmpty();
    }

    static final class Right extends WrongRegisterSuite {

        Right() {
            super(WrongRegisters::right);
        }
    }
}
