package io.hexcache.infrastructure.memory;

import static io.hexcache.contract.SuiteVerdict.failuresOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.TagIndex;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The suite of indexes refuses those that are wrong, by the tests that are about what is wrong with them. */
final class TagIndexRefusalTest {

    @Test
    void indexThatIsRight_isNotRefused() {
        assertThat(failuresOf(Right.class)).isEmpty();
    }

    static final class Right extends WrongIndexSuite {

        Right() {
            super(WrongIndexes::right);
        }
    }

    @Test
    void indexThatDropsTheTtl_isRefused() {
        assertThat(failuresOf(DropsTheTtl.class)).containsExactlyInAnyOrder("add_againWithLongerTtl_livesForTheLonger",
                "add_againWithShorterTtl_livesForTheLonger", "add_ttlHasPassed_memberVanishes",
                "members_differentLives_theFirstToExpireComesFirst", "members_moreThanTheLimit_areTheFirstToExpire");
    }

    static final class DropsTheTtl extends WrongIndexSuite {

        DropsTheTtl() {
            super(WrongIndexes::thatDropsTheTtl);
        }
    }

    @Test
    void indexThatListsUnderOneTagOnly_isRefused() {
        assertThat(failuresOf(ListsUnderOneTagOnly.class)).containsExactlyInAnyOrder(
                "addAll_listsEachKeyUnderItsOwnTags", "add_asManyTagsAsAnEntryMayCarry_listsTheKeyUnderEach",
                "add_severalTags_listsTheKeyUnderEach",
                "removeUnchanged_someMembers_leavesTheOthersAndOtherTags");
    }

    static final class ListsUnderOneTagOnly extends WrongIndexSuite {

        ListsUnderOneTagOnly() {
            super(WrongIndexes::thatListsUnderOneTagOnly);
        }
    }

    @Test
    void indexThatShortensLives_isRefused() {
        assertThat(failuresOf(ShortensLives.class)).containsExactly("add_againWithShorterTtl_livesForTheLonger");
    }

    static final class ShortensLives extends WrongIndexSuite {

        ShortensLives() {
            super(WrongIndexes::thatShortensLives);
        }
    }

    @Test
    void indexThatTakesOffWhateverTheMark_isRefused() {
        assertThat(failuresOf(TakesOffWhateverTheMark.class)).contains("removeUnchanged_addedAgainSince_stays");
    }

    static final class TakesOffWhateverTheMark extends WrongIndexSuite {

        TakesOffWhateverTheMark() {
            super(WrongIndexes::thatTakesOffWhateverTheMark);
        }
    }

    @Test
    void indexThatIsNotAtomic_isRefused() {
        assertThat(failuresOf(IsNotAtomic.class)).containsExactly("removeUnchanged_duringAnAdd_neverLosesTheAddedKey");
    }

    static final class IsNotAtomic extends WrongIndexSuite {

        IsNotAtomic() {
            super(WrongIndexes::thatIsNotAtomic);
        }
    }

    @Test
    void indexThatListsByName_isRefused() {
        assertThat(failuresOf(ListsByName.class)).containsExactlyInAnyOrder(
                "members_differentLives_theFirstToExpireComesFirst", "members_moreThanTheLimit_areTheFirstToExpire");
    }

    static final class ListsByName extends WrongIndexSuite {

        ListsByName() {
            super(WrongIndexes::thatListsByName);
        }
    }

    @Test
    void indexThatAnswersEmptyWhenItIsAway_isRefused() {
        assertThat(failuresOf(AnswersEmptyWhenAway.class))
                .containsExactly("unreachable_anyOperation_throwsConnectionError");
    }

    static final class AnswersEmptyWhenAway extends WrongIndexSuite {

        AnswersEmptyWhenAway() {
            super(WrongIndexes::right);
        }

        @Override
        public Optional<TagIndex> unreachableIndex() {
            return Optional.of(emptyIndex());
        }
    }
}
