package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CounterAge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A counter is the sum of its changes, each counted once, or it is not there. */
interface CounterSumTests extends CounterStoreUnderTest {

    @Test
    default void get_neverChanged_isEmpty() {
        assertThat(value()).isEmpty();
        assertThat(value()).isEmpty();
    }

    @Test
    default void add_new_countsFromZero() {
        assertThat(counters().add(KEY, change(5, 1))).isEqualTo(5);

        assertThat(value()).hasValue(5);
    }

    @Test
    default void add_severalTimes_answersEachSum() {
        assertThat(counters().add(KEY, change(5, 1))).isEqualTo(5);
        assertThat(counters().add(KEY, change(-7, 2))).isEqualTo(-2);
        assertThat(counters().add(KEY, change(0, 3))).isEqualTo(-2);
        assertThat(counters().add(KEY, change(4, 4))).isEqualTo(2);

        assertThat(value()).hasValue(2);
    }

    @Test
    default void add_zeroToNone_makesIt() {
        assertThat(counters().add(KEY, change(0, 1))).isZero();

        assertThat(value()).hasValue(0);
    }

    @Test
    default void add_theWholeRange_isExact() {
        assertThat(counters().add(KEY, change(Long.MAX_VALUE, 1))).isEqualTo(Long.MAX_VALUE);
        assertThat(counters().add(KEY, change(-1, 2))).isEqualTo(Long.MAX_VALUE - 1);
        assertThat(counters().add(KEY, change(Long.MIN_VALUE, 3))).isEqualTo(-2);
        assertThat(counters().add(KEY, change(Long.MIN_VALUE + 2, 4))).isEqualTo(Long.MIN_VALUE);

        assertThat(value()).hasValue(Long.MIN_VALUE);
    }

    @Test
    default void add_beyondTheRange_isAnErrorThatChangesNothing() {
        counters().add(KEY, change(Long.MAX_VALUE, 1));
        assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> counters().add(KEY, change(1, 2)))
                .withMessageContaining(KEY.render());
        assertThat(value()).hasValue(Long.MAX_VALUE);

        CounterKey low = new CounterKey(Samples.NAMESPACE, "low");
        counters().add(low, change(Long.MIN_VALUE, 3));
        assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> counters().add(low, change(-1, 4)));
        assertThat(counters().get(low, CounterAge.ANY)).hasValue(Long.MIN_VALUE);
    }

    @Test
    default void add_againAfterAnError_isTriedAgain() {
        counters().add(KEY, change(Long.MAX_VALUE, 1));
        assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> counters().add(KEY, change(1, 2)));
        counters().add(KEY, change(-1, 3));

        assertThat(counters().add(KEY, change(1, 2))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    default void add_fromManyThreads_losesNoneAndAnswersEachSumOnce() {
        int threads = 8;
        int changes = 50;

        List<List<Long>> answers = Together.run(threads, thread -> {
            List<Long> own = new ArrayList<>();
            for (int i = 0; i < changes; i++) {
                own.add(counters().add(KEY, change(1, thread * changes + i)));
            }
            return own;
        });

        Set<Long> sums = new HashSet<>();
        answers.forEach(sums::addAll);
        assertThat(value()).hasValue((long) threads * changes);
        assertThat(sums).hasSize(threads * changes);
    }

    @Test
    default void remove_tellsWhetherItExisted_andTheNextBeginsAtZero() {
        assertThat(counters().remove(KEY, CounterAge.ANY)).isFalse();
        counters().add(KEY, change(5, 1));

        assertThat(counters().remove(KEY, CounterAge.ANY)).isTrue();
        assertThat(value()).isEmpty();
        assertThat(counters().remove(KEY, CounterAge.ANY)).isFalse();
        assertThat(counters().add(KEY, change(2, 2))).isEqualTo(2);
    }

    @Test
    default void add_otherNamesAndNamespaces_areOtherCounters() {
        List<CounterKey> keys = new ArrayList<>(Samples.oddIdentifiers().filter(CounterSumTests::fits).map(
                name -> new CounterKey(Samples.NAMESPACE, name)).toList());
        keys.add(new CounterKey(new Namespace("contract.child"), "a"));
        keys.add(new CounterKey(new Namespace("other"), "a"));

        for (int i = 0; i < keys.size(); i++) {
            counters().add(keys.get(i), change(i, i));
        }

        for (int i = 0; i < keys.size(); i++) {
            assertThat(counters().get(keys.get(i), CounterAge.ANY)).as(keys.get(i).render()).hasValue(i);
        }
    }

    private static boolean fits(String name) {
        return Samples.bytes(name).length < 480;
    }
}
