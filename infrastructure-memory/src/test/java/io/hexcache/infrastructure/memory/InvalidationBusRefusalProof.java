package io.hexcache.infrastructure.memory;

import static io.hexcache.contract.SuiteVerdict.failuresOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The suite of buses refuses those that are wrong, by the tests that are about what is wrong with them. */
final class InvalidationBusRefusalProof {

    @Test
    void busThatKeepsOwnMessagesBack_isRefused() {
        assertThat(failuresOf(KeepsOwnMessagesBack.class)).containsExactlyInAnyOrder(
                "announce_ownMessages_areDeliveredToo", "announce_severalNodes_allHearItWithOriginAndNumber");
    }

    static final class KeepsOwnMessagesBack extends WrongBusSuite {

        KeepsOwnMessagesBack() {
            super(WrongBuses::thatKeepsOwnMessagesBack);
        }
    }

    @Test
    void busThatReusesNumbers_isRefused() {
        assertThat(failuresOf(ReusesNumbers.class)).containsExactlyInAnyOrder(
                "announce_busHasLostTheHead_usesNoNumberTwice", "announce_oneThatKnowsMoreThanTheBus_goesOnFromThere",
                "exchange_largeNumbers_areKeptExactly", "exchange_oneThatKnowsMoreThanTheBus_raisesTheHead",
                "exchange_silentOneComesBack_isAnsweredAgain");
    }

    static final class ReusesNumbers extends WrongBusSuite {

        ReusesNumbers() {
            super(WrongBuses::thatReusesNumbers);
        }
    }

    @Test
    void busThatForgetsWhatThePulseSays_isRefused() {
        assertThat(failuresOf(ForgetsWhatThePulseSays.class)).containsExactlyInAnyOrder(
                "exchange_largeNumbers_areKeptExactly", "exchange_oneThatKnowsMoreThanTheBus_raisesTheHead",
                "exchange_silentOneComesBack_isAnsweredAgain");
    }

    static final class ForgetsWhatThePulseSays extends WrongBusSuite {

        ForgetsWhatThePulseSays() {
            super(WrongBuses::thatForgetsWhatThePulseSays);
        }
    }

    @Test
    void busThatNumbersByNode_isRefused() {
        assertThat(failuresOf(NumbersByNode.class)).contains("announce_sameNodeInAnotherLife_isNumberedAnew",
                "exchange_anotherIsSilentForAMinute_isNotAnswered", "exchange_largestIncarnation_isKeptExactly",
                "exchange_others_answersTheirHeadsAndBeats");
    }

    static final class NumbersByNode extends WrongBusSuite {

        NumbersByNode() {
            super(WrongBuses::thatNumbersByNode);
        }
    }

    @Test
    void busThatAnswersTheOwnHeadOnly_isRefused() {
        assertThat(failuresOf(AnswersTheOwnHeadOnly.class)).contains("close_originThatOnlyAnnounced_saysGoodbye",
                "close_origin_saysGoodbye", "exchange_afterAMessageWasHeard_headIsThatOrLater",
                "exchange_anotherIsSilentForAMinute_isNotAnswered", "exchange_others_answersTheirHeadsAndBeats",
                "exchange_silentOneComesBack_isAnsweredAgain");
    }

    static final class AnswersTheOwnHeadOnly extends WrongBusSuite {

        AnswersTheOwnHeadOnly() {
            super(WrongBuses::thatAnswersTheOwnHeadOnly);
        }
    }

    @Test
    void busThatNeverForgetsTheSilent_isRefused() {
        assertThat(failuresOf(NeverForgetsTheSilent.class))
                .containsExactly("exchange_anotherIsSilentForAMinute_isNotAnswered");
    }

    static final class NeverForgetsTheSilent extends WrongBusSuite {

        NeverForgetsTheSilent() {
            super(WrongBuses::thatNeverForgetsTheSilent);
        }
    }

    @Test
    void busThatSaysNoGoodbye_isRefused() {
        assertThat(failuresOf(SaysNoGoodbye.class))
                .containsExactlyInAnyOrder("close_originThatOnlyAnnounced_saysGoodbye", "close_origin_saysGoodbye");
    }

    static final class SaysNoGoodbye extends WrongBusSuite {

        SaysNoGoodbye() {
            super(WrongBuses::thatSaysNoGoodbye);
        }
    }

    @Test
    void busThatSendsTwice_isRefused() {
        assertThat(failuresOf(SendsTwice.class)).contains("announce_anySelection_arrivesEqual",
                "announce_busHasLostTheHead_usesNoNumberTwice", "announce_many_arriveOnceAndInOrder",
                "announce_nobodyListens_isTaken", "announce_oneThatKnowsMoreThanTheBus_goesOnFromThere",
                "announce_ownMessages_areDeliveredToo", "announce_sameNodeInAnotherLife_isNumberedAnew",
                "announce_severalNodes_allHearItWithOriginAndNumber", "announce_stamps_arriveExactly",
                "announce_twoOrigins_areNumberedApart", "close_again_doesNothing", "close_origin_saysGoodbye",
                "close_subscriber_hearsNothingMore", "closed_afterSubscribe_throwsConnectionError",
                "exchange_afterAMessageWasHeard_headIsThatOrLater", "exchange_largeNumbers_areKeptExactly",
                "exchange_oneThatKnowsMoreThanTheBus_raisesTheHead", "exchange_others_answersTheirHeadsAndBeats",
                "exchange_silentOneComesBack_isAnsweredAgain", "subscribe_later_hearsOnlyWhatIsAnnouncedThen");
    }

    static final class SendsTwice extends WrongBusSuite {

        SendsTwice() {
            super(WrongBuses::thatSendsTwice);
        }
    }

    @Test
    void busThatLosesTags_isRefused() {
        assertThat(failuresOf(LosesTags.class)).containsExactly("announce_anySelection_arrivesEqual");
    }

    static final class LosesTags extends WrongBusSuite {

        LosesTags() {
            super(WrongBuses::thatLosesTags);
        }
    }

    @Test
    void busThatRoundsNumbers_isRefused() {
        assertThat(failuresOf(RoundsNumbers.class)).containsExactly("announce_stamps_arriveExactly");
    }

    static final class RoundsNumbers extends WrongBusSuite {

        RoundsNumbers() {
            super(WrongBuses::thatRoundsNumbers);
        }
    }

    @Test
    void busThatCallsAtOnce_isRefused() {
        assertThat(failuresOf(CallsAtOnce.class)).contains("announce_many_arriveOnceAndInOrder");
    }

    static final class CallsAtOnce extends WrongBusSuite {

        CallsAtOnce() {
            super(WrongBuses::thatCallsAtOnce);
        }
    }

    @Test
    void busThatConnectsLate_isRefused() {
        assertThat(failuresOf(ConnectsLate.class)).contains("subscribe_othersAnnounceMeanwhile_connectedComesFirst");
    }

    static final class ConnectsLate extends WrongBusSuite {

        ConnectsLate() {
            super(WrongBuses::thatConnectsLate);
        }
    }

    @Test
    void busThatSwallowsWhenClosed_isRefused() {
        assertThat(failuresOf(SwallowsWhenClosed.class)).containsExactlyInAnyOrder(
                "closed_afterSubscribe_throwsConnectionError", "closed_beforeSubscribe_throwsConnectionError");
    }

    static final class SwallowsWhenClosed extends WrongBusSuite {

        SwallowsWhenClosed() {
            super(WrongBuses::thatSwallowsWhenClosed);
        }
    }

    @Test
    void busThatIsRight_isNotRefused() {
        assertThat(failuresOf(Right.class)).isEmpty();
    }

    static final class Right extends WrongBusSuite {

        Right() {
            super(node -> node);
        }
    }
}
