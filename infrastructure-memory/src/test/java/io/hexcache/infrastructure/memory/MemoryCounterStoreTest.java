package io.hexcache.infrastructure.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.CounterStoreContract;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterChange;
import io.hexcache.domain.port.CounterStore;
import io.hexcache.domain.port.OperationId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MemoryCounterStoreTest extends CounterStoreContract {

    private final FakeTicker ticker = new FakeTicker();

    @Override
    public CounterStore emptyCounters() {
        return new MemoryCounterStore(ticker, 100_000);
    }

    @Override
    public Optional<CounterStore> unreachableCounters() {
        return Optional.empty();
    }

    @Override
    public void letPass(Duration time) {
        ticker.turn(time);
    }

    private static CounterChange plusOne(int operation) {
        return new CounterChange(1, new OperationId("%032x".formatted(operation)), Optional.of(Duration.ofSeconds(1)),
                CounterAge.ANY);
    }

    private static CounterKey counter(int number) {
        return new CounterKey(new Namespace("full"), "c" + number);
    }

    @Test
    void add_moreCountersThanTheBound_isRefusedUntilSomeExpire() {
        CounterStore full = new MemoryCounterStore(ticker, 2);
        full.add(counter(1), plusOne(1));
        full.add(counter(2), plusOne(2));
        ticker.turn(CounterStore.MEMORY);

        full.add(counter(3), plusOne(3));

        assertThat(full.get(counter(3), CounterAge.ANY)).hasValue(1);
    }

    @Test
    void add_moreCountersThanTheBound_leavesTheOthersAlone() {
        CounterStore full = new MemoryCounterStore(ticker, 2);
        full.add(counter(1), plusOne(1));
        full.add(counter(2), plusOne(2));

        assertThatExceptionOfType(CacheOverloadException.class).isThrownBy(() -> full.add(counter(3), plusOne(3)))
                .withMessageContaining("limit");
        assertThat(full.get(counter(1), CounterAge.ANY)).hasValue(1);
        assertThat(full.get(counter(3), CounterAge.ANY)).isEmpty();
    }

    @Test
    void add_moreChangesThanCanBeRemembered_isRefusedForAMinute() {
        CounterStore full = new MemoryCounterStore(ticker, 2);
        full.add(counter(1), plusOne(1));
        full.add(counter(1), plusOne(2));

        assertThatExceptionOfType(CacheOverloadException.class).isThrownBy(() -> full.add(counter(1), plusOne(3)))
                .withMessageContaining("within a minute");
        assertThat(full.get(counter(1), CounterAge.ANY)).hasValue(2);
        assertThat(full.add(counter(1), plusOne(2))).isEqualTo(2);

        ticker.turn(CounterStore.MEMORY);
        assertThat(full.add(counter(1), plusOne(4))).isEqualTo(1);
    }
}
