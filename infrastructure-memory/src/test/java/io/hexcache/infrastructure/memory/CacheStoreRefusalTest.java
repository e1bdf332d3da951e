package io.hexcache.infrastructure.memory;

import static io.hexcache.contract.SuiteVerdict.failuresOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.CacheStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The suite of stores refuses stores that are wrong, by the tests that are about what is wrong with them. */
final class CacheStoreRefusalTest {

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
    void storeThatDropsTheTtl_isRefused() {
        assertThat(failuresOf(DropsTheTtl.class)).containsExactlyInAnyOrder("fill_setSinceAndExpired_isRefused",
                "fill_ttlHasPassed_isGone", "fill_ttl_isReportedAsRemaining", "get_andFetch_doNotLengthenTheLife",
                "removeAll_expired_countsNothing", "remove_expired_countsNothing",
                "set_againWithLongerTtl_livesForTheLonger", "set_again_replacesBytesAndTtl",
                "set_ttlHasPassed_isGone", "set_ttlOfAYear_isReportedAsRemaining",
                "set_ttlOfOneMillisecond_isGoneAfterIt", "set_ttl_isReportedAsRemaining");
    }

    static final class DropsTheTtl extends WrongStoreSuite {

        DropsTheTtl() {
            super(WrongStores::thatDropsTheTtl);
        }
    }

    @Test
    void storeThatIsNotAtomic_isRefused() {
        assertThat(failuresOf(IsNotAtomic.class))
                .contains("fetch_atOnce_exactlyOneIsLeased", "remove_atOnce_countsTheEntryOnce")
                .isSubsetOf("fetchThenFill_atOnce_exactlyOneIsStored", "fetch_atOnce_exactlyOneIsLeased",
                        "fill_sameTokenAtOnce_exactlyOneIsStored",
                        "removeAll_duringFillsOfLeasesHeldBefore_leavesNothing", "remove_atOnce_countsTheEntryOnce",
                        "remove_duringTheFill_leavesNothing");
    }

    static final class IsNotAtomic extends WrongStoreSuite {

        IsNotAtomic() {
            super(NotAtomicStore::new);
        }
    }

    @Test
    void storeThatDoesNotCompareTheToken_isRefused() {
        assertThat(failuresOf(DoesNotCompareTheToken.class)).containsExactlyInAnyOrder("fill_fetchWasHeld_isRefused",
                "fill_leaseExpired_isRefusedAndTheNextFetchIsLeased", "fill_removedAndLeasedToAnotherSince_isRefused",
                "fill_tokenOfAnother_isRefused");
    }

    static final class DoesNotCompareTheToken extends WrongStoreSuite {

        DoesNotCompareTheToken() {
            super(WrongStores::thatDoesNotCompareTheToken);
        }
    }

    @Test
    void storeThatLeavesTheLease_isRefused() {
        assertThat(failuresOf(LeavesTheLease.class)).contains("fill_removedAndLeasedToAnotherSince_isRefused",
                "fill_removedSince_isRefusedAndTheGuardIsFree", "fill_setSinceAndExpired_isRefused",
                "fill_setSince_isRefused", "removeAll_leased_voidsTheLeaseAndCountsNothing");
    }

    static final class LeavesTheLease extends WrongStoreSuite {

        LeavesTheLease() {
            super(WrongStores::thatLeavesTheLeaseToWhoMayNoLongerFill);
        }
    }

    @Test
    void storeWhoseLeasesNeverExpire_isRefused() {
        assertThat(failuresOf(LeasesNeverExpire.class))
                .containsExactly("fill_leaseExpired_isRefusedAndTheNextFetchIsLeased");
    }

    static final class LeasesNeverExpire extends WrongStoreSuite {

        LeasesNeverExpire() {
            super(WrongStores::whoseLeasesNeverExpire);
        }
    }

    @Test
    void storeThatCountsWhatItWasAsked_isRefused() {
        assertThat(failuresOf(CountsWhatItWasAsked.class)).contains("remove_again_countsNothing",
                "remove_atOnce_countsTheEntryOnce", "remove_expired_countsNothing", "remove_onlyLeased_countsNothing",
                "remove_someStored_countsThoseAndLeavesOthers");
    }

    static final class CountsWhatItWasAsked extends WrongStoreSuite {

        CountsWhatItWasAsked() {
            super(WrongStores::thatCountsWhatItWasAsked);
        }
    }

    @Test
    void storeThatForgetsTheVersion_isRefused() {
        assertThat(failuresOf(ForgetsTheVersion.class)).containsExactlyInAnyOrder("removeAll_everyVersion_isSelected",
                "set_oddKeys_eachHoldsItsOwnValue");
    }

    static final class ForgetsTheVersion extends WrongStoreSuite {

        ForgetsTheVersion() {
            super(WrongStores::thatForgetsTheVersion);
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
    void storeThatScansEntriesBeforeLeases_isRefused() {
        assertThat(failuresOf(ScansEntriesBeforeLeases.class))
                .containsExactly("removeAll_duringFillsOfLeasesHeldBefore_leavesNothing");
    }

    static final class ScansEntriesBeforeLeases extends WrongStoreSuite {

        ScansEntriesBeforeLeases() {
            super(WrongStores::thatScansEntriesBeforeLeases);
        }
    }

    @Test
    void storeThatWritesInPieces_isRefused() {
        assertThat(failuresOf(WritesInPieces.class)).containsExactly("set_atOnce_isNeverTorn");
    }

    static final class WritesInPieces extends WrongStoreSuite {

        WritesInPieces() {
            super(WrongStores::thatWritesInPieces);
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
