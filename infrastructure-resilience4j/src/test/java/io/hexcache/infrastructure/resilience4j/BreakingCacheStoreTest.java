package io.hexcache.infrastructure.resilience4j;

import io.hexcache.contract.CacheStoreContract;
import io.hexcache.domain.port.CacheStore;
import java.time.Duration;
import java.util.Optional;

final class BreakingCacheStoreTest extends CacheStoreContract {

    private final FakeTicker ticker = new FakeTicker();

    @Override
    public CacheStore emptyStore() {
        return Behind.closed().around(Behind.memory(ticker).store());
    }

    @Override
    public Optional<CacheStore> unreachableStore() {
        return Optional.of(Behind.open().around(Behind.away(CacheStore.class, Behind.memory(ticker).store())));
    }

    @Override
    public void letPass(Duration time) {
        ticker.turn(time);
    }
}
