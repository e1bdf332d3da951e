package io.hexcache.infrastructure.memory;

import static io.hexcache.contract.SuiteVerdict.failuresOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The suite of buses refuses those that are wrong, by the tests that are about what is wrong with them. */
final class InvalidationBusRefusalTest {

    @Test
    void busThatIsRight_isNotRefused() {
        assertThat(failuresOf(Right.class)).isEmpty();
    }

    static final class Right extends WrongBusSuite {

        Right() {
            super(node -> node);
        }
    }

    @Test
    void busThatDeliversOwnMessages_isRefused() {
        assertThat(failuresOf(DeliversOwnMessages.class)).containsExactly("publish_ownMessage_isNotDelivered");
    }

    static final class DeliversOwnMessages extends WrongBusSuite {

        DeliversOwnMessages() {
            super(WrongBuses::thatDeliversOwnMessages);
        }
    }

    @Test
    void busThatDeliversTwice_isRefused() {
        assertThat(failuresOf(DeliversTwice.class)).containsExactlyInAnyOrder("close_again_doesNothing",
                "close_subscriber_hearsNothingMore", "publish_afterClose_throwsConnectionError",
                "publish_anySelection_arrivesEqual", "publish_manyOriginsAtOnce_arriveInTheOrderOfEachOneAtATime",
                "publish_many_arriveOnceAndInOrder", "publish_ownMessage_isNotDelivered",
                "publish_severalNodes_allOthersHearIt", "subscribe_later_hearsOnlyWhatIsPublishedThen");
    }

    static final class DeliversTwice extends WrongBusSuite {

        DeliversTwice() {
            super(WrongBuses::thatDeliversTwice);
        }
    }

    @Test
    void busThatLosesTags_isRefused() {
        assertThat(failuresOf(LosesTags.class)).containsExactly("publish_anySelection_arrivesEqual");
    }

    static final class LosesTags extends WrongBusSuite {

        LosesTags() {
            super(WrongBuses::thatLosesTags);
        }
    }

    @Test
    void busThatCallsAtOnce_isRefused() {
        assertThat(failuresOf(CallsAtOnce.class))
                .contains("publish_manyOriginsAtOnce_arriveInTheOrderOfEachOneAtATime");
    }

    static final class CallsAtOnce extends WrongBusSuite {

        CallsAtOnce() {
            super(WrongBuses::thatCallsAtOnce);
        }
    }

    @Test
    void busThatConnectsLate_isRefused() {
        assertThat(failuresOf(ConnectsLate.class))
                .containsExactly("subscribe_othersPublishMeanwhile_connectedComesFirst");
    }

    static final class ConnectsLate extends WrongBusSuite {

        ConnectsLate() {
            super(WrongBuses::thatConnectsLate);
        }
    }

    @Test
    void busThatSwallowsWhenClosed_isRefused() {
        assertThat(failuresOf(SwallowsWhenClosed.class)).containsExactlyInAnyOrder(
                "publish_afterClose_throwsConnectionError", "publish_closedBeforeSubscribe_throwsConnectionError");
    }

    static final class SwallowsWhenClosed extends WrongBusSuite {

        SwallowsWhenClosed() {
            super(WrongBuses::thatSwallowsWhenClosed);
        }
    }
}
