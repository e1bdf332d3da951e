package io.hexcache.domain.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.counter.LossyCounterStore.Loss;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterChange;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CountersTest {

    private static final CounterAge AGE = new CounterAge(3, 7);

    private final LossyCounterStore store = new LossyCounterStore();
    private final Counters counters = new Counters(store, namespace -> namespace.equals(new Namespace("page")) ? AGE
            : CounterAge.ANY, new SplittableRandom(1));
    private final Counter visits = counters.of("page", "visits");

    @Test
    void increment_decrement_answerWhatItStandsAt() {
        assertThat(visits.value()).isEmpty();
        assertThat(visits.increment()).isEqualTo(1);
        assertThat(visits.increment(10)).isEqualTo(11);
        assertThat(visits.decrement()).isEqualTo(10);
        assertThat(visits.decrement(15)).isEqualTo(-5);
        assertThat(visits.add(-1)).isEqualTo(-6);
        assertThat(visits.value()).hasValue(-6);
    }

    @Test
    void increment_byNothingOrLess_isRefused() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> visits.increment(0))
                .withMessageContaining("visits");
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> visits.decrement(-1));
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> visits.decrement(
                Long.MIN_VALUE));
        assertThat(store.asked).isEmpty();
    }

    @Test
    void increment_twice_areTwoOperations() {
        visits.increment();
        visits.increment();

        assertThat(store.asked).extracting(CounterChange::operation).doesNotHaveDuplicates();
    }

    @Test
    void increment_answerIsLost_countsOnce() {
        store.losses.add(new Loss(new CacheTimeoutException("lost"), true));

        assertThat(visits.increment()).isEqualTo(1);

        assertThat(visits.value()).hasValue(1);
        assertThat(store.asked).hasSize(2);
    }

    @Test
    void increment_requestIsLost_countsOnce() {
        store.losses.add(new Loss(new CacheTimeoutException("lost"), false));

        assertThat(visits.increment()).isEqualTo(1);
    }

    @Test
    void increment_connectionBreaks_countsOnce() {
        store.losses.add(new Loss(new CacheConnectionException("broken"), true));

        assertThat(visits.increment()).isEqualTo(1);
        assertThat(visits.value()).hasValue(1);
    }

    @Test
    void increment_lostTwice_failsWithTheSecond() {
        store.losses.add(new Loss(new CacheTimeoutException("first"), false));
        store.losses.add(new Loss(new CacheTimeoutException("second"), false));

        assertThatThrownBy(visits::increment).hasMessage("second");
        assertThat(store.asked).hasSize(2);
    }

    @Test
    void increment_refused_isNotTriedAgain() {
        store.losses.add(new Loss(new CacheWriteException("overflow"), false));

        assertThatThrownBy(visits::increment).hasMessage("overflow");
        assertThat(store.asked).hasSize(1);
    }

    @Test
    void increment_interrupted_isNotTriedAgain() {
        store.losses.add(new Loss(new CacheTimeoutException("interrupted"), false));
        Thread.currentThread().interrupt();

        assertThatThrownBy(visits::increment).hasMessage("interrupted");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.asked).hasSize(1);
    }

    @Test
    void withTtl_isSentWithEachChange_andTheOtherHandleHasNone() {
        Counter daily = visits.withTtl(Duration.ofDays(1));
        daily.increment();
        visits.increment();

        assertThat(store.asked.getFirst().ttl()).contains(Duration.ofDays(1));
        assertThat(store.asked.getLast().ttl()).isEmpty();
        assertThat(daily.key()).isEqualTo(visits.key());
    }

    @Test
    void withTtl_outOfBounds_isRefused() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> visits.withTtl(Duration.ZERO))
                .withMessageContaining("visits");
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> visits.withTtl(Duration.ofDays(
                366)));
    }

    @Test
    void everyOperation_saysWhatItKnowsOfClears() {
        visits.increment();
        visits.value();
        visits.remove();

        assertThat(store.asked.getFirst().age()).isEqualTo(AGE);
        assertThat(store.ages).containsOnly(AGE);
    }

    @Test
    void remove_tellsWhetherItExisted() {
        visits.increment();

        assertThat(visits.remove()).isTrue();
        assertThat(visits.remove()).isFalse();
        assertThat(visits.value()).isEmpty();
    }

    @Test
    void of_illegalName_isRefused() {
        assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> counters.of("page", " "));
        assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> counters.of("Page", "visits"));
        assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> counters.of("page", "a\nb"));
    }
}
