package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change that is asked for again, since its answer was lost, is made once. */
interface CounterRepeatTests extends CounterStoreUnderTest {

    @Test
    default void add_sameOperation_isCountedOnce() {
        assertThat(counters().add(KEY, change(5, 1))).isEqualTo(5);

        assertThat(counters().add(KEY, change(5, 1))).isEqualTo(5);
        assertThat(value()).hasValue(5);
    }

    @Test
    default void add_sameOperationAfterOthers_answersAsTheFirstTime() {
        counters().add(KEY, change(5, 1));
        counters().add(KEY, change(3, 2));

        assertThat(counters().add(KEY, change(5, 1))).isEqualTo(5);
        assertThat(value()).hasValue(8);
    }

    @Test
    default void add_sameOperationAlmostAMinuteLater_isCountedOnce() {
        counters().add(KEY, change(5, 1));
        letPass(CounterStore.MEMORY.minus(Duration.ofSeconds(1)));

        assertThat(counters().add(KEY, change(5, 1))).isEqualTo(5);
        assertThat(value()).hasValue(5);
    }

    @Test
    default void add_sameOperationAfterARemoval_doesNotMakeItAgain() {
        counters().add(KEY, change(5, 1));
        counters().remove(KEY, CounterAge.ANY);

        assertThat(counters().add(KEY, change(5, 1))).isEqualTo(5);
        assertThat(value()).isEmpty();
    }

    @Test
    default void add_sameOperationAfterItsCounterExpired_doesNotMakeItAgain() {
        counters().add(KEY, change(5, 1, Samples.SHORT));
        letPass(Samples.SHORT);
        awaitGone();

        assertThat(counters().add(KEY, change(5, 1, Samples.SHORT))).isEqualTo(5);
        assertThat(value()).isEmpty();
    }

    @Test
    default void add_sameOperationFromManyThreads_isCountedOnce() {
        for (int round = 0; round < 50; round++) {
            int operation = round;
            List<Long> answers = Together.run(4, thread -> counters().add(KEY, change(1, operation)));

            assertThat(answers).containsOnly(round + 1L);
        }
        assertThat(value()).hasValue(50);
    }
}
