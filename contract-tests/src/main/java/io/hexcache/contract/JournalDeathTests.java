package io.hexcache.contract;

import static io.hexcache.contract.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.DeadLetter;
import io.hexcache.domain.port.JournalMark;
import io.hexcache.domain.port.JournalRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the source would not take is set aside, and can be had back unless something later has gone past it. */
interface JournalDeathTests extends JournalUnderTest {

    @Test
    default void bury_record_waitsNoLongerAndIsListed() {
        journal().append(record(key("a"), 7));
        journal().bury(record(key("a"), 7), "refused: 'x' > 3", DIED);

        assertThat(journal().find(key("a"))).isEmpty();
        assertThat(journal().depth().pending()).isZero();
        assertThat(journal().depth().dead()).isEqualTo(1);
        assertThat(journal().deadLetters(0, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("refused: 'x' > 3");
            assertThat(letter.diedAt()).isEqualTo(DIED);
            assertThat(letter.overtaken()).isFalse();
            assertThat(letter.record().key()).isEqualTo(key("a"));
            assertThat(letter.record().order()).isEqualTo(7);
            assertThat(letter.record().urgency()).isEqualTo(URGENCY);
            assertThat(letter.record().payload()).isEqualTo(payload(key("a"), 7));
        });
    }

    @Test
    default void bury_whileALaterRecordWaits_leavesThatWaiting() {
        journal().append(record(key("a"), 9));
        journal().bury(record(key("a"), 7), "refused", DIED);

        assertThat(journal().find(key("a"))).map(JournalRecord::order).contains(9L);
    }

    @Test
    default void deadLetters_inPages_areEachListedOnce() {
        for (int i = 1; i <= 5; i++) {
            journal().bury(record(key("item-" + i), i), "refused", DIED);
        }

        List<DeadLetter> first = journal().deadLetters(0, 3);
        List<DeadLetter> rest = journal().deadLetters(first.getLast().id(), 3);
        assertThat(first).map(letter -> letter.record().order()).containsExactly(1L, 2L, 3L);
        assertThat(rest).map(letter -> letter.record().order()).containsExactly(4L, 5L);
    }

    @Test
    default void revive_deadLetter_waitsAgainInItsOldOrder() {
        journal().bury(record(key("a"), 7), "refused", DIED);

        assertThat(journal().revive(onlyId())).map(JournalRecord::order).contains(7L);
        assertThat(journal().find(key("a"))).map(JournalRecord::order).contains(7L);
        assertThat(journal().deadLetters(0, 10)).isEmpty();
    }

    @Test
    default void revive_afterALaterRecordWasSettled_isRefused() {
        journal().bury(record(key("a"), 7), "refused", DIED);
        journal().append(record(key("a"), 9));
        journal().settle(List.of(new JournalMark(key("a"), 9)));

        assertThat(journal().deadLetters(0, 10)).singleElement().matches(DeadLetter::overtaken);
        assertThat(journal().revive(onlyId())).isEmpty();
        assertThat(journal().find(key("a"))).isEmpty();
    }

    @Test
    default void revive_whileALaterRecordWaits_isRefused() {
        journal().bury(record(key("a"), 7), "refused", DIED);
        journal().append(record(key("a"), 9));

        assertThat(journal().revive(onlyId())).isEmpty();
        assertThat(journal().find(key("a"))).map(JournalRecord::order).contains(9L);
    }

    @Test
    default void settle_ofAnotherKeyOrAnEarlierOrder_overtakesNothing() {
        journal().bury(record(key("a"), 7), "refused", DIED);
        journal().settle(List.of(new JournalMark(key("b"), 9), new JournalMark(key("a"), 6)));

        assertThat(journal().deadLetters(0, 10)).singleElement().matches(letter -> !letter.overtaken());
    }

    @Test
    default void drop_deadLetter_isGone() {
        journal().bury(record(key("a"), 7), "refused", DIED);
        long id = onlyId();

        assertThat(journal().drop(id)).isTrue();
        assertThat(journal().drop(id)).isFalse();
        assertThat(journal().revive(id)).isEmpty();
        assertThat(journal().depth().dead()).isZero();
    }

    private long onlyId() {
        return journal().deadLetters(0, 10).getFirst().id();
    }
}
