package io.hexcache.infrastructure.memory;

import static io.hexcache.contract.SuiteVerdict.failuresOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.CacheStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The suite of stores refuses stores that are wrong, by the tests that are about what is wrong with them. */
final class CacheStoreRefusalProof {

    @Test
    void storeThatDropsTheLife_isRefused() {
        assertThat(failuresOf(DropsTheLife.class)).containsExactlyInAnyOrder("begin_shortLife_getsNoLonger",
                "expire_expired_saysSoAndRevivesNothing", "expire_writeHasBegunOnAShortLife_becomesNoLonger",
                "fetch_lessLifeThanAskedFor_isLeasedBesideTheEntry", "fill_setSinceAndExpired_isRefused",
                "fill_ttlHasPassed_isGone", "fill_ttl_isReportedAsRemaining", "get_andFetch_doNotLengthenTheLife",
                "put_life_isKept", "removeAll_expired_countsNothing", "remove_expired_countsNothing",
                "set_againWithLongerTtl_livesForTheLonger", "set_again_replacesBytesAndTtl",
                "set_ifAbsentOverAnExpiredEntry_isStored", "set_ifPresentOverAnExpiredEntry_isRefused",
                "set_ttlHasPassed_isGone", "set_ttlOfAYear_isReportedAsRemaining",
                "set_ttlOfOneMillisecond_isGoneAfterIt", "set_ttl_isReportedAsRemaining",
                "survey_expiredAndGuarded_areNotCounted");
    }

    static final class DropsTheLife extends WrongStoreSuite {

        DropsTheLife() {
            super(WrongStores::thatDropsTheLife);
        }
    }

    @Test
    void storeThatIgnoresExpire_isRefused() {
        assertThat(failuresOf(IgnoresExpire.class)).containsExactlyInAnyOrder("expire_leased_leavesTheLease",
                "expire_longer_isTheLifeFromNow", "expire_shorter_isGoneAfterIt",
                "expire_writeHasBegunOnAShortLife_becomesNoLonger", "expire_writeHasBegun_becomesNoLonger",
                "expire_writeHasBegun_mayBecomeShorter", "put_afterTheCut_hasItsOwnLife",
                "set_afterTheCut_hasItsOwnLife");
    }

    static final class IgnoresExpire extends WrongStoreSuite {

        IgnoresExpire() {
            super(WrongStores::thatIgnoresExpire);
        }
    }

    @Test
    void storeThatSetsWhateverTheCondition_isRefused() {
        assertThat(failuresOf(SetsWhateverTheCondition.class)).contains("set_conditionDoesNotHold_leavesTheGuardAsItIs",
                "set_ifAbsent_storesOnlyWhereNothingIs", "set_ifNewerThanWhatWasPutAndFilled_comparesTheirVersions",
                "set_ifNewer_comparesNumbersNotTexts", "set_ifNewer_storesLaterVersionsOnly",
                "set_ifPresentOverAnExpiredEntry_isRefused", "set_ifPresent_storesOnlyWhereSomethingIs",
                "set_ifUnchangedSameBytesAgain_isRefused", "set_ifUnchangedWhereNothingIs_isRefused",
                "set_ifUnchanged_storesOnlyOverThatEntry");
    }

    static final class SetsWhateverTheCondition extends WrongStoreSuite {

        SetsWhateverTheCondition() {
            super(WrongStores::thatSetsWhateverTheCondition);
        }
    }

    @Test
    void storeThatForgetsVersionsOfValues_isRefused() {
        assertThat(failuresOf(ForgetsVersionsOfValues.class)).containsExactlyInAnyOrder(
                "set_ifNewerThanWhatWasPutAndFilled_comparesTheirVersions", "set_ifNewer_comparesNumbersNotTexts",
                "set_ifNewer_storesLaterVersionsOnly");
    }

    static final class ForgetsVersionsOfValues extends WrongStoreSuite {

        ForgetsVersionsOfValues() {
            super(WrongStores::thatForgetsVersionsOfValues);
        }
    }

    @Test
    void storeThatRemovesWhateverIsSaidToBeDead_isRefused() {
        assertThat(failuresOf(RemovesWhateverIsSaidToBeDead.class))
                .containsExactly("fetch_anotherEntryThanTheDead_isFound");
    }

    static final class RemovesWhateverIsSaidToBeDead extends WrongStoreSuite {

        RemovesWhateverIsSaidToBeDead() {
            super(WrongStores::thatRemovesWhateverIsSaidToBeDead);
        }
    }

    @Test
    void storeThatAnswersBatchesBackwards_isRefused() {
        assertThat(failuresOf(AnswersBatchesBackwards.class)).containsExactlyInAnyOrder("batches_manyKeys_areWhole",
                "fetchAll_mixed_answersInTheOrderOfTheRequests", "fillAll_mixed_answersInTheOrderOfTheWrites",
                "putAll_mixed_answersInTheOrderOfTheWrites");
    }

    static final class AnswersBatchesBackwards extends WrongStoreSuite {

        AnswersBatchesBackwards() {
            super(WrongStores::thatAnswersBatchesBackwards);
        }
    }

    @Test
    void storeThatRemovesWhatItSurveys_isRefused() {
        assertThat(failuresOf(RemovesWhatItSurveys.class)).containsExactly("survey_again_hasRemovedNothing");
    }

    static final class RemovesWhatItSurveys extends WrongStoreSuite {

        RemovesWhatItSurveys() {
            super(WrongStores::thatRemovesWhatItSurveys);
        }
    }

    @Test
    void storeThatSurveysOnlyItsSample_isRefused() {
        assertThat(failuresOf(SurveysOnlyItsSample.class)).containsExactlyInAnyOrder(
                "survey_manyKeys_countsEachAndNamesNoMoreThanAsked", "survey_noSample_countsOnly");
    }

    static final class SurveysOnlyItsSample extends WrongStoreSuite {

        SurveysOnlyItsSample() {
            super(WrongStores::thatSurveysOnlyItsSample);
        }
    }

    @Test
    void storeThatCountsWhatItWasAsked_isRefused() {
        assertThat(failuresOf(CountsWhatItWasAsked.class)).contains("remove_again_countsNothing",
                "remove_expired_countsNothing", "remove_onlyLeased_countsNothing",
                "remove_someStored_countsThoseAndLeavesOthers", "step_inThisState_answersAndLeaves");
    }

    static final class CountsWhatItWasAsked extends WrongStoreSuite {

        CountsWhatItWasAsked() {
            super(WrongStores::thatCountsWhatItWasAsked);
        }
    }

    @Test
    void storeThatForgetsTheVersionOfTheKey_isRefused() {
        assertThat(failuresOf(ForgetsTheVersionOfTheKey.class))
                .containsExactlyInAnyOrder("removeAll_everyVersion_isSelected", "set_oddKeys_eachHoldsItsOwnValue");
    }

    static final class ForgetsTheVersionOfTheKey extends WrongStoreSuite {

        ForgetsTheVersionOfTheKey() {
            super(WrongStores::thatForgetsTheVersionOfTheKey);
        }
    }

    @Test
    void storeThatMatchesGlobsWithRegex_isRefused() {
        assertThat(failuresOf(MatchesGlobsWithRegex.class))
                .containsExactly("removeAll_pattern_selectsWhatTheTableSays");
    }

    static final class MatchesGlobsWithRegex extends WrongStoreSuite {

        MatchesGlobsWithRegex() {
            super(WrongStores::thatMatchesGlobsWithRegex);
        }
    }

    @Test
    void storeThatWritesInPieces_isRefused() {
        assertThat(failuresOf(WritesInPieces.class)).contains("set_atOnce_isNeverTorn");
    }

    static final class WritesInPieces extends WrongStoreSuite {

        WritesInPieces() {
            super(WrongStores::thatWritesInPieces);
        }
    }

    @Test
    void storeThatIsRight_isNotRefused() {
        assertThat(failuresOf(Right.class)).isEmpty();
    }

    static final class Right extends WrongStoreSuite {

        Right() {
            super(WrongStores::right);
        }

        @Override
        public Optional<CacheStore> unreachableStore() {
            return Optional.of(new AwayStore());
        }
    }

    @Test
    void storeThatIsNotAtomic_isRefused() {
        assertThat(failuresOf(IsNotAtomic.class)).contains("fetch_atOnce_exactlyOneIsLeased",
                "remove_atOnce_countsTheEntryOnce", "begin_atOnce_noneStoresAndTheGuardIsFreeAfterThem",
                "set_ifAbsentAtOnce_exactlyOneIsStored");
    }

    static final class IsNotAtomic extends WrongStoreSuite {

        IsNotAtomic() {
            super(NotAtomicStore::new);
        }
    }

    @Test
    void storeThatAnswersEmptyWhenItIsAway_isRefused() {
        assertThat(failuresOf(AnswersEmptyWhenAway.class)).containsExactly(
                "unreachable_anyOperation_throwsConnectionError");
    }

    static final class AnswersEmptyWhenAway extends WrongStoreSuite {

        AnswersEmptyWhenAway() {
            super(WrongStores::right);
        }

        @Override
        public Optional<CacheStore> unreachableStore() {
            return Optional.of(WrongStores.thatAnswersEmptyWhenItIsAway());
        }
    }

    @Test
    void storeThatAnswersNullWhenItIsAway_isRefused() {
        assertThat(failuresOf(AnswersNullWhenAway.class)).containsExactly(
                "unreachable_anyOperation_throwsConnectionError");
    }

    static final class AnswersNullWhenAway extends WrongStoreSuite {

        AnswersNullWhenAway() {
            super(WrongStores::right);
        }

        @Override
        public Optional<CacheStore> unreachableStore() {
            return Optional.of(WrongStores.thatAnswersNullWhenItIsAway());
        }
    }
}
