package io.hexcache.infrastructure.resilience4j;

import io.hexcache.contract.CounterStoreContract;
import io.hexcache.domain.port.CounterStore;
import java.time.Duration;
import java.util.Optional;

final class BreakingCounterStoreTest extends CounterStoreContract {

    private final FakeTicker ticker = new FakeTicker();

    @Override
    public CounterStore emptyCounters() {
        return Behind.closed().around(Behind.memory(ticker).counters());
    }

    @Override
    public Optional<CounterStore> unreachableCounters() {
        return Optional.of(Behind.open().around(Behind.away(CounterStore.class, Behind.memory(ticker).counters())));
    }

    @Override
    public void letPass(Duration time) {
        ticker.turn(time);
    }
}
