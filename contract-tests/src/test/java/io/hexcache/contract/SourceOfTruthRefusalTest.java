package io.hexcache.contract;

import static io.hexcache.contract.SuiteVerdict.failuresOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The suite of sources refuses those that are wrong, by the tests that are about what is wrong with them. */
final class SourceOfTruthRefusalTest {

    @Test
    void sourceThatIsRight_isNotRefused() {
        assertThat(failuresOf(Right.class)).isEmpty();
    }

    @OnlyForVerdict
    static final class Right extends InMemorySourceSuite {

        Right() {
            super(new InMemorySource());
        }
    }

    @Test
    void sourceThatRemembersWhatItRead_isRefused() {
        assertThat(failuresOf(RemembersWhatItRead.class)).containsExactlyInAnyOrder("store_again_isWhatLoadAnswersThen",
                "store_atOnce_holdsWhatOneOfThemWasAnswered", "store_present_isWhatLoadAnswersThen");
    }

    @OnlyForVerdict
    static final class RemembersWhatItRead extends InMemorySourceSuite {

        RemembersWhatItRead() {
            super(WrongSources.thatRemembersWhatItRead());
        }
    }

    @Test
    void sourceThatAnswersSomethingForNothing_isRefused() {
        assertThat(failuresOf(AnswersSomethingForNothing.class)).containsExactlyInAnyOrder(
                "delete_present_isGoneForGood", "load_absent_isEmpty", "load_oddIdentifiers_areEmpty",
                "store_one_leavesOthers");
    }

    @OnlyForVerdict
    static final class AnswersSomethingForNothing extends InMemorySourceSuite {

        AnswersSomethingForNothing() {
            super(WrongSources.thatAnswersSomethingForNothing());
        }
    }

    @Test
    void sourceThatAnswersNullForNothing_isRefused() {
        assertThat(failuresOf(AnswersNullForNothing.class)).containsExactlyInAnyOrder("delete_present_isGoneForGood",
                "load_absent_isEmpty", "load_oddIdentifiers_areEmpty", "store_one_leavesOthers");
    }

    @OnlyForVerdict
    static final class AnswersNullForNothing extends InMemorySourceSuite {

        AnswersNullForNothing() {
            super(WrongSources.thatAnswersNullForNothing());
        }
    }

    @Test
    void sourceThatAnswersWhatItWasGiven_isRefused() {
        assertThat(failuresOf(AnswersWhatItWasGiven.class)).containsExactlyInAnyOrder(
                "store_again_isWhatLoadAnswersThen", "store_atOnce_holdsWhatOneOfThemWasAnswered",
                "store_present_isWhatLoadAnswersThen");
    }

    @OnlyForVerdict
    static final class AnswersWhatItWasGiven extends InMemorySourceSuite {

        AnswersWhatItWasGiven() {
            super(WrongSources.thatAnswersWhatItWasGiven());
        }
    }

    @Test
    void sourceThatStoresUnderEveryIdentifier_isRefused() {
        assertThat(failuresOf(StoresUnderEveryIdentifier.class)).containsExactly("store_one_leavesOthers");
    }

    @OnlyForVerdict
    static final class StoresUnderEveryIdentifier extends InMemorySourceSuite {

        StoresUnderEveryIdentifier() {
            super(WrongSources.thatStoresUnderEveryIdentifier());
        }
    }

    @Test
    void sourceThatAlwaysSaysDeleted_isRefused() {
        assertThat(failuresOf(AlwaysSaysDeleted.class))
                .containsExactlyInAnyOrder("delete_again_saysThatThereWasNothing", "delete_atOnce_oneFindsIt");
    }

    @OnlyForVerdict
    static final class AlwaysSaysDeleted extends InMemorySourceSuite {

        AlwaysSaysDeleted() {
            super(WrongSources.thatAlwaysSaysDeleted());
        }
    }

    @Test
    void sourceThatDeletesNothing_isRefused() {
        assertThat(failuresOf(DeletesNothing.class)).containsExactlyInAnyOrder("delete_again_saysThatThereWasNothing",
                "delete_atOnce_oneFindsIt", "delete_present_isGoneForGood");
    }

    @OnlyForVerdict
    static final class DeletesNothing extends InMemorySourceSuite {

        DeletesNothing() {
            super(WrongSources.thatDeletesNothing());
        }
    }
}
