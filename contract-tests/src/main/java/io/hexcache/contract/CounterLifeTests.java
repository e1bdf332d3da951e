package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterChange;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A counter lives until its ttl has passed or it is cleared. */
interface CounterLifeTests extends CounterStoreUnderTest {

    @Test
    default void add_newWithTtl_isGoneAfterIt() {
        counters().add(KEY, change(5, 1, Samples.SHORT));
        letPass(Samples.SHORT);

        awaitGone();
        assertThat(counters().remove(KEY, CounterAge.ANY)).isFalse();
        assertThat(counters().add(KEY, change(2, 2))).isEqualTo(2);
    }

    @Test
    default void add_withTtl_isThereUntilThen() {
        counters().add(KEY, change(5, 1, Samples.LONG));
        letPass(Samples.LONG.minus(Duration.ofMillis(1)));

        assertThat(value()).hasValue(5);
    }

    @Test
    default void add_withTtlToAnEndlessOne_leavesItEndless() {
        counters().add(KEY, change(5, 1));
        counters().add(KEY, change(1, 2, Samples.SHORT));
        CounterKey fence = new CounterKey(Samples.NAMESPACE, "fence");
        counters().add(fence, change(1, 3, Samples.SHORT));
        letPass(Samples.SHORT);
        Eventually.holds(patience(), () -> counters().get(fence, CounterAge.ANY).isEmpty(), "the fence is gone");

        assertThat(value()).hasValue(6);
    }

    /** Of a life that a busy machine with a real clock does not sleep through between two changes. */
    @Test
    default void add_toOneWithTtl_doesNotLengthenIt() {
        Duration life = Duration.ofSeconds(2);
        counters().add(KEY, change(5, 1, life));
        letPass(life.dividedBy(2));
        counters().add(KEY, change(1, 2, Samples.LONG));
        assertThat(counters().add(KEY, change(1, 3))).isEqualTo(7);
        letPass(life.dividedBy(2));

        awaitGone();
    }

    @Test
    default void add_afterTheEnd_beginsAnewWithItsOwnTtl() {
        counters().add(KEY, change(5, 1, Samples.SHORT));
        letPass(Samples.SHORT);
        awaitGone();
        counters().add(KEY, change(2, 2, Samples.SHORT));
        letPass(Samples.SHORT);

        awaitGone();
    }

    @Test
    default void cleared_isAsIfItWereNotThere() {
        counters().add(KEY, change(5, 1, new CounterAge(0, 10)));
        CounterAge afterClear = new CounterAge(11, 11);

        assertThat(counters().get(KEY, afterClear)).isEmpty();
        assertThat(counters().add(KEY, change(2, 2, afterClear))).isEqualTo(2);
        assertThat(counters().get(KEY, afterClear)).hasValue(2);
    }

    @Test
    default void cleared_removeFindsNothing() {
        counters().add(KEY, change(5, 1, new CounterAge(0, 10)));

        assertThat(counters().remove(KEY, new CounterAge(11, 11))).isFalse();
    }

    @Test
    default void cleared_madeAnewGetsTheTtlOfItsMaker() {
        counters().add(KEY, change(5, 1, new CounterAge(0, 10)));
        counters().add(KEY, new CounterChange(2, operation(2), Optional.of(
                Samples.SHORT), new CounterAge(11, 11)));
        letPass(Samples.SHORT);

        awaitGone();
    }

    @Test
    default void madeUnderTheStampOfTheClear_exists() {
        counters().add(KEY, change(5, 1, new CounterAge(10, 10)));

        assertThat(counters().get(KEY, new CounterAge(10, 12))).hasValue(5);
    }

    @Test
    default void changedByANodeThatKnowsLaterStamps_isNotNewerByThat() {
        counters().add(KEY, change(5, 1, new CounterAge(0, 10)));
        counters().add(KEY, change(1, 2, new CounterAge(0, 20)));

        assertThat(counters().get(KEY, new CounterAge(15, 20))).isEmpty();
        assertThat(counters().get(KEY, new CounterAge(10, 20))).hasValue(6);
    }

    @Test
    default void changedByANodeThatHasNotHeardOfTheClear_keepsTheNewOne() {
        counters().add(KEY, change(5, 1, new CounterAge(20, 20)));

        assertThat(counters().add(KEY, change(1, 2, new CounterAge(0, 10)))).isEqualTo(6);
        assertThat(counters().get(KEY, new CounterAge(20, 20))).hasValue(6);
    }
}
