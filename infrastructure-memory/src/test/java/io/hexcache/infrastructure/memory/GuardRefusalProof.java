package io.hexcache.infrastructure.memory;

import static io.hexcache.contract.SuiteVerdict.failuresOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The suite of stores refuses stores that let the wrong one store, by the tests that are about it. */
final class GuardRefusalProof {

    @Test
    void storeThatDoesNotCompareTheLease_isRefused() {
        assertThat(failuresOf(DoesNotCompareTheLease.class)).containsExactlyInAnyOrder(
                "fetch_refreshLeasedToAnother_isHeldBesideTheEntry", "fill_fetchWasHeld_isRefused",
                "fill_leaseExpired_isRefusedAndTheNextFetchIsLeased", "fill_removedAndLeasedToAnotherSince_isRefused",
                "fill_tokenOfAnother_isRefused", "step_inThisState_answersAndLeaves");
    }

    static final class DoesNotCompareTheLease extends WrongStoreSuite {

        DoesNotCompareTheLease() {
            super(WrongGuards::thatDoesNotCompareTheLease);
        }
    }

    @Test
    void storeThatFillsWhateverTheGuard_isRefused() {
        assertThat(failuresOf(FillsWhateverTheGuard.class)).contains("begin_readerLoads_itsFillIsRefused",
                "fetch_refreshLeasedToAnother_isHeldBesideTheEntry", "fillAll_mixed_answersInTheOrderOfTheWrites",
                "fill_fetchFoundAnEntry_isRefused", "fill_fetchWasHeld_isRefused",
                "fill_leaseExpired_isRefusedAndTheNextFetchIsLeased", "fill_leaseOfAnotherKey_isRefused",
                "fill_neverFetched_isRefused", "fill_removedAndLeasedToAnotherSince_isRefused",
                "fill_removedSince_isRefusedAndTheGuardIsFree", "fill_setSinceAndExpired_isRefused",
                "fill_setSince_isRefused", "fill_tokenOfAnother_isRefused", "fill_twice_isRefused",
                "release_ownLease_freesTheGuard", "removeAll_entryBesideAGuard_takesTheEntryAndVoidsTheGuard",
                "removeAll_leased_voidsTheLeaseAndCountsNothing", "removeAll_oddKeysLeasedAndWritten_voidsEachGuard",
                "set_conditionHolds_voidsTheLease", "step_inThisState_answersAndLeaves");
    }

    static final class FillsWhateverTheGuard extends WrongStoreSuite {

        FillsWhateverTheGuard() {
            super(WrongGuards::thatFillsWhateverTheGuard);
        }
    }

    @Test
    void storeWhoseSecondBeginOverwritesTheFirst_isRefused() {
        assertThat(failuresOf(SecondBeginOverwritesTheFirst.class)).contains(
                "begin_writersOverlapAndTheSecondEndsFirst_noneOfThemStores", "fetch_held_saysByWhom",
                "removeAll_writersOverlap_countsThemAsBefore", "step_inThisState_answersAndLeaves");
    }

    static final class SecondBeginOverwritesTheFirst extends WrongStoreSuite {

        SecondBeginOverwritesTheFirst() {
            super(WrongGuards::whoseSecondBeginOverwritesTheFirst);
        }
    }

    @Test
    void storeWhoseRemovalLeavesTheWriteToken_isRefused() {
        assertThat(failuresOf(RemovalLeavesTheWriteToken.class)).contains(
                "removeAll_entryBesideAGuard_takesTheEntryAndVoidsTheGuard",
                "removeAll_oddKeysLeasedAndWritten_voidsEachGuard",
                "removeAll_writing_makesThePutRefuseAndCountsNothing", "remove_writerIsUnderWay_itsPutIsRefused",
                "step_inThisState_answersAndLeaves");
    }

    static final class RemovalLeavesTheWriteToken extends WrongStoreSuite {

        RemovalLeavesTheWriteToken() {
            super(WrongGuards::whoseRemovalLeavesTheWriteToken);
        }
    }

    @Test
    void storeWhoseRemovalLeavesTheLease_isRefused() {
        assertThat(failuresOf(RemovalLeavesTheLease.class)).contains("fill_removedAndLeasedToAnotherSince_isRefused",
                "fill_removedSince_isRefusedAndTheGuardIsFree",
                "removeAll_entryBesideAGuard_takesTheEntryAndVoidsTheGuard",
                "removeAll_leased_voidsTheLeaseAndCountsNothing", "removeAll_oddKeysLeasedAndWritten_voidsEachGuard",
                "step_inThisState_answersAndLeaves");
    }

    static final class RemovalLeavesTheLease extends WrongStoreSuite {

        RemovalLeavesTheLease() {
            super(WrongGuards::whoseRemovalLeavesTheLease);
        }
    }

    @Test
    void storeWhoseRemovalForgetsTheWriters_isRefused() {
        assertThat(failuresOf(RemovalForgetsTheWriters.class)).containsExactlyInAnyOrder(
                "removeAll_writersOverlap_countsThemAsBefore", "removeAll_writing_makesThePutRefuseAndCountsNothing",
                "step_inThisState_answersAndLeaves");
    }

    static final class RemovalForgetsTheWriters extends WrongStoreSuite {

        RemovalForgetsTheWriters() {
            super(WrongGuards::whoseRemovalForgetsTheWriters);
        }
    }

    @Test
    void storeWhoseSetLeavesTheGuard_isRefused() {
        assertThat(failuresOf(SetLeavesTheGuard.class)).containsExactlyInAnyOrder("fill_setSinceAndExpired_isRefused",
                "fill_setSince_isRefused", "set_conditionHolds_voidsTheLease", "step_inThisState_answersAndLeaves");
    }

    static final class SetLeavesTheGuard extends WrongStoreSuite {

        SetLeavesTheGuard() {
            super(WrongGuards::whoseSetLeavesTheGuard);
        }
    }

    @Test
    void storeWhoseRefusedPutKeepsTheEntry_isRefused() {
        assertThat(failuresOf(RefusedPutKeepsTheEntry.class)).contains("putAll_mixed_answersInTheOrderOfTheWrites",
                "put_refused_removesWhatIsThere", "step_inThisState_answersAndLeaves");
    }

    static final class RefusedPutKeepsTheEntry extends WrongStoreSuite {

        RefusedPutKeepsTheEntry() {
            super(WrongGuards::whoseRefusedPutKeepsTheEntry);
        }
    }

    @Test
    void storeWhoseRefusedPutFreesTheGuard_isRefused() {
        assertThat(failuresOf(RefusedPutFreesTheGuard.class)).containsExactlyInAnyOrder(
                "removeAll_writersOverlap_countsThemAsBefore", "step_inThisState_answersAndLeaves");
    }

    static final class RefusedPutFreesTheGuard extends WrongStoreSuite {

        RefusedPutFreesTheGuard() {
            super(WrongGuards::whoseRefusedPutFreesTheGuard);
        }
    }

    @Test
    void storeWhoseBeginDoesNotCut_isRefused() {
        assertThat(failuresOf(BeginDoesNotCut.class)).contains("begin_longLife_isCutToThatOfTheToken",
                "begin_nobodyPuts_theEntryIsGoneWithTheToken", "expire_writeHasBegunOnAShortLife_becomesNoLonger",
                "expire_writeHasBegun_becomesNoLonger", "expire_writesOverlap_becomesNoLonger");
    }

    static final class BeginDoesNotCut extends WrongStoreSuite {

        BeginDoesNotCut() {
            super(WrongGuards::whoseBeginDoesNotCut);
        }
    }

    @Test
    void storeWhoseBeginLengthensShortLives_isRefused() {
        assertThat(failuresOf(BeginLengthensShortLives.class)).containsExactlyInAnyOrder("begin_shortLife_getsNoLonger",
                "expire_writeHasBegunOnAShortLife_becomesNoLonger");
    }

    static final class BeginLengthensShortLives extends WrongStoreSuite {

        BeginLengthensShortLives() {
            super(WrongGuards::whoseBeginLengthensShortLives);
        }
    }

    @Test
    void storeWhoseExpireLengthensACutLife_isRefused() {
        assertThat(failuresOf(ExpireLengthensACutLife.class)).contains(
                "expire_writeHasBegunOnAShortLife_becomesNoLonger", "expire_writeHasBegun_becomesNoLonger",
                "expire_writesOverlap_becomesNoLonger");
    }

    static final class ExpireLengthensACutLife extends WrongStoreSuite {

        ExpireLengthensACutLife() {
            super(WrongGuards::whoseExpireLengthensACutLife);
        }
    }

    @Test
    void storeWhoseReleaseFreesAnyLease_isRefused() {
        assertThat(failuresOf(ReleaseFreesAnyLease.class)).containsExactlyInAnyOrder(
                "releaseAll_freesExactlyTheseLeases", "release_tokenOfAnother_changesNothing",
                "step_inThisState_answersAndLeaves");
    }

    static final class ReleaseFreesAnyLease extends WrongStoreSuite {

        ReleaseFreesAnyLease() {
            super(WrongGuards::whoseReleaseFreesAnyLease);
        }
    }

    @Test
    void storeWhoseGuardsNeverExpire_isRefused() {
        assertThat(failuresOf(GuardsNeverExpire.class)).containsExactlyInAnyOrder(
                "begin_afterTheTokenOfAnotherExpired_isAlone", "begin_nobodyPuts_theEntryIsGoneWithTheToken",
                "begin_tokenExpired_isFreeAndThePutIsRefused", "contended_nobodyTouchesIt_isFree",
                "fill_leaseExpired_isRefusedAndTheNextFetchIsLeased");
    }

    static final class GuardsNeverExpire extends WrongStoreSuite {

        GuardsNeverExpire() {
            super(WrongGuards::whoseGuardsNeverExpire);
        }
    }

    @Test
    void storeWhosePatternsSkipGuards_isRefused() {
        assertThat(failuresOf(PatternsSkipGuards.class)).contains(
                "removeAll_entryBesideAGuard_takesTheEntryAndVoidsTheGuard",
                "removeAll_leased_voidsTheLeaseAndCountsNothing", "removeAll_oddKeysLeasedAndWritten_voidsEachGuard",
                "removeAll_writing_makesThePutRefuseAndCountsNothing");
    }

    static final class PatternsSkipGuards extends WrongStoreSuite {

        PatternsSkipGuards() {
            super(WrongGuards::whosePatternsSkipGuards);
        }
    }

    @Test
    void storeWhosePatternsTakeEntriesFirst_isRefused() {
        assertThat(failuresOf(PatternsTakeEntriesFirst.class)).containsAnyOf(
                "removeAll_duringFillsOfLeasesHeldBefore_leavesNothing",
                "removeAll_duringPutsOfWritesBegunBefore_leavesNothing");
    }

    static final class PatternsTakeEntriesFirst extends WrongStoreSuite {

        PatternsTakeEntriesFirst() {
            super(WrongGuards::whosePatternsTakeEntriesFirst);
        }
    }

    @Test
    void storeThatIsRight_isNotRefused() {
        assertThat(failuresOf(Right.class)).isEmpty();
    }

    static final class Right extends WrongStoreSuite {

        Right() {
            super(PlainStore::new);
        }
    }
}
