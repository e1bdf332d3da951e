package io.hexcache.infrastructure.memory;

import io.hexcache.contract.CacheStoreContract;
import io.hexcache.contract.OnlyForVerdict;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The suite of stores on a store in memory that is wrong on purpose. */
@OnlyForVerdict
abstract class WrongStoreSuite extends CacheStoreContract {

    private final FakeTicker ticker = new FakeTicker();
    private final Function<Ticker, CacheStore> wrong;

    WrongStoreSuite(Function<Ticker, CacheStore> wrong) {
        this.wrong = wrong;
    }

    @Override
    public CacheStore emptyStore() {
        return wrong.apply(ticker);
    }

    @Override
    public Optional<CacheStore> unreachableStore() {
        return Optional.empty();
    }

    @Override
    public void letPass(Duration time) {
        ticker.turn(time);
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(100);
    }
}
