package io.hexcache.infrastructure.memory;

import static io.hexcache.contract.SuiteVerdict.failuresOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The suite of caches refuses those that are wrong, by the tests that are about what is wrong with them. */
final class LocalCacheRefusalProof {

    @Test
    void cacheThatAsksOutsideOfTheAtomicStep_isRefused() {
        assertThat(failuresOf(AsksOutsideOfTheAtomicStep.class)).contains(
                "putOrRemove_anotherStoresMeanwhile_removesNothingOfTheOther",
                "removeIf_whileTheConditionIsAsked_leavesNothing",
                "removeIf_whileTheConditionOfAReplacementIsAsked_leavesNothing",
                "removeIf_whileTheConditionOfPutOrRemoveIsAsked_leavesNothing",
                "remove_whileTheConditionIsAsked_leavesNothing",
                "remove_whileTheConditionOfAReplacementIsAsked_leavesNothing",
                "remove_whileTheConditionOfPutOrRemoveIsAsked_leavesNothing");
    }

    static final class AsksOutsideOfTheAtomicStep extends WrongCacheSuite {

        AsksOutsideOfTheAtomicStep() {
            super(WrongCaches::thatAsksOutsideOfTheAtomicStep);
        }
    }

    @Test
    void cacheThatRemovesWithoutWaiting_isRefused() {
        assertThat(failuresOf(RemovesWithoutWaiting.class))
                .containsExactly("removeIf_whileTheConditionIsAsked_leavesNothing");
    }

    static final class RemovesWithoutWaiting extends WrongCacheSuite {

        RemovesWithoutWaiting() {
            super(WrongCaches::thatRemovesWithoutWaiting);
        }
    }

    @Test
    void cacheThatIgnoresTheCondition_isRefused() {
        // A race of conditions may show it too.
        assertThat(failuresOf(IgnoresTheCondition.class)).contains("putIf_conditionDoesNotHold_leavesWhatIsThere",
                "putIf_conditionDoesNotHold_storesNothing");
    }

    static final class IgnoresTheCondition extends WrongCacheSuite {

        IgnoresTheCondition() {
            super(WrongCaches::thatIgnoresTheCondition);
        }
    }

    @Test
    void cacheThatKeepsWhatItShouldRemove_isRefused() {
        assertThat(failuresOf(KeepsWhatItShouldRemove.class))
                .containsExactly("putOrRemove_conditionDoesNotHold_removesWhatIsThere");
    }

    static final class KeepsWhatItShouldRemove extends WrongCacheSuite {

        KeepsWhatItShouldRemove() {
            super(WrongCaches::thatKeepsWhatItShouldRemove);
        }
    }

    @Test
    void cacheThatRemovesInASecondStep_isRefused() {
        assertThat(failuresOf(RemovesInASecondStep.class))
                .containsExactly("putOrRemove_anotherStoresMeanwhile_removesNothingOfTheOther");
    }

    static final class RemovesInASecondStep extends WrongCacheSuite {

        RemovesInASecondStep() {
            super(WrongCaches::thatRemovesInASecondStep);
        }
    }

    @Test
    void cacheThatHasNoBounds_isRefused() {
        assertThat(failuresOf(HasNoBounds.class)).containsExactlyInAnyOrder("putIf_largerThanTheCache_isNotKept",
                "putIf_manyThreads_keepsToTheBounds", "putIf_moreThanTheBoundOfBytes_keepsNoMore",
                "putIf_moreThanTheBoundOfEntries_keepsNoMore", "putIf_noEntriesAllowed_keepsNothingAndAsksTheCondition",
                "usage_replacedAndRemoved_countsWhatIsThere", "usage_withinTheBounds_countsEachCopyWithItsMinimum");
    }

    static final class HasNoBounds extends WrongCacheSuite {

        HasNoBounds() {
            super(WrongCaches::thatHasNoBounds);
        }
    }

    @Test
    void cacheThatCountsNoEvictions_isRefused() {
        assertThat(failuresOf(CountsNoEvictions.class)).containsExactly("putIf_moreThanTheBoundOfEntries_keepsNoMore");
    }

    static final class CountsNoEvictions extends WrongCacheSuite {

        CountsNoEvictions() {
            super(WrongCaches::thatCountsNoEvictions);
        }
    }

    @Test
    void cacheThatWeighsBytesOnly_isRefused() {
        assertThat(failuresOf(WeighsBytesOnly.class)).containsExactlyInAnyOrder("putIf_manyThreads_keepsToTheBounds",
                "putIf_moreThanTheBoundOfEntries_keepsNoMore", "putIf_noEntriesAllowed_keepsNothingAndAsksTheCondition",
                "usage_withinTheBounds_countsEachCopyWithItsMinimum");
    }

    static final class WeighsBytesOnly extends WrongCacheSuite {

        WeighsBytesOnly() {
            super(WrongCaches::thatWeighsBytesOnly);
        }
    }

    @Test
    void cacheThatIsRight_isNotRefused() {
        assertThat(failuresOf(Right.class)).isEmpty();
    }

    static final class Right extends WrongCacheSuite {

        Right() {
            super(WrongCaches::right);
        }
    }
}
