package io.hexcache.contract;

import static io.hexcache.contract.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.JournalDepth;
import io.hexcache.domain.port.JournalMark;
import io.hexcache.domain.port.JournalRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Of each key the last record waits, until it or a later one is settled. */
interface JournalRecordTests extends JournalUnderTest {

    @Test
    default void find_nothingAppended_isEmpty() {
        assertThat(journal().find(key("a"))).isEmpty();
        assertThat(journal().oldest(10)).isEmpty();
        assertThat(journal().depth()).isEqualTo(new JournalDepth(0, 0, 0));
    }

    @Test
    default void append_record_isFoundAsItIs() {
        journal().append(record(key("a"), 7));

        assertThat(journal().find(key("a"))).hasValueSatisfying(found -> {
            assertThat(found.key()).isEqualTo(key("a"));
            assertThat(found.order()).isEqualTo(7);
            assertThat(found.urgency()).isEqualTo(URGENCY);
            assertThat(found.payload()).isEqualTo(payload(key("a"), 7));
        });
        assertThat(journal().depth()).isEqualTo(new JournalDepth(1, 0, 7));
    }

    @Test
    default void append_laterRecordOfTheKey_takesThePlaceOfTheEarlierOne() {
        journal().append(record(key("a"), 7));
        journal().append(record(key("a"), 9));

        assertThat(orderOf(key("a"))).contains(9L);
        assertThat(journal().depth().pending()).isEqualTo(1);
    }

    @Test
    default void append_earlierRecordOfTheKey_leavesTheLaterOne() {
        journal().append(record(key("a"), 9));
        journal().append(record(key("a"), 7));

        assertThat(orderOf(key("a"))).contains(9L);
    }

    @Test
    default void append_oddKeys_keepsEachAsItIs() {
        List<CacheKey> keys = Samples.oddIdentifiers().map(Samples::key).collect(Collectors.toList());
        keys.add(new CacheKey(Samples.NAMESPACE, "a", 7));
        for (int i = 0; i < keys.size(); i++) {
            journal().append(record(keys.get(i), i + 1));
        }

        assertThat(journal().oldest(keys.size())).isEqualTo(keys);
        assertThat(keys).allSatisfy(key -> assertThat(journal().find(key)).map(JournalRecord::key).contains(key));
    }

    @Test
    default void append_payloadOfAMegabyte_isKeptWhole() {
        byte[] large = Samples.filled(1 << 20, 0xA5);
        journal().append(new JournalRecord(key("a"), 1, URGENCY, large));

        assertThat(journal().find(key("a"))).map(JournalRecord::payload).hasValueSatisfying(found -> assertThat(found)
                .isEqualTo(large));
    }

    @Test
    default void oldest_fewerThanThereAre_areTheFirstInOrder() {
        List.of(5, 3, 9, 1).forEach(order -> journal().append(record(key("item-" + order), order)));

        assertThat(journal().oldest(3)).containsExactly(key("item-1"), key("item-3"), key("item-5"));
    }

    @Test
    default void settle_upToTheRecord_removesIt() {
        journal().append(record(key("a"), 7));
        journal().append(record(key("b"), 8));
        journal().settle(List.of(new JournalMark(key("a"), 7), new JournalMark(key("never there"), 1)));

        assertThat(journal().find(key("a"))).isEmpty();
        assertThat(orderOf(key("b"))).contains(8L);
        assertThat(journal().depth()).isEqualTo(new JournalDepth(1, 0, 8));
    }

    @Test
    default void settle_upToAnEarlierRecord_leavesTheLaterOne() {
        journal().append(record(key("a"), 9));
        journal().settle(List.of(new JournalMark(key("a"), 8)));

        assertThat(orderOf(key("a"))).contains(9L);
    }

    @Test
    default void append_beyondTheBound_isRefusedAndChangesNothing() {
        for (int i = 1; i <= BOUND; i++) {
            journal().append(record(key("item-" + i), i));
        }

        assertThatExceptionOfType(CacheOverloadException.class).isThrownBy(() -> journal().append(record(key(
                "one more"), BOUND + 1))).withMessageContaining(String.valueOf(BOUND));
        assertThat(journal().find(key("one more"))).isEmpty();
        journal().append(record(key("item-1"), BOUND + 2));
        assertThat(orderOf(key("item-1"))).as("one that takes the place of another").contains(BOUND + 2L);
        journal().settle(List.of(new JournalMark(key("item-2"), 2)));
        journal().append(record(key("one more"), BOUND + 3));
        assertThat(orderOf(key("one more"))).contains(BOUND + 3L);
    }

    @Test
    default void append_byManyAtOnce_keepsTheLastOfEachKey() {
        Together.run(8, thread -> {
            for (int i = 0; i < 25; i++) {
                journal().append(record(key("item-" + i), 1 + i * 8L + thread));
            }
            return thread;
        });

        for (int i = 0; i < 25; i++) {
            assertThat(orderOf(key("item-" + i))).contains(8L + i * 8L);
        }
        assertThat(journal().depth()).isEqualTo(new JournalDepth(25, 0, 200));
    }

    private Optional<Long> orderOf(CacheKey key) {
        return journal().find(key).map(JournalRecord::order);
    }
}
