package io.hexcache.infrastructure.memory;

import io.hexcache.contract.CacheStoreContract;
import io.hexcache.domain.port.CacheStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

final class MemoryCacheStoreTest extends CacheStoreContract {

    private final FakeTicker ticker = new FakeTicker();

    @Override
    public CacheStore emptyStore() {
        return new MemoryAdapters(ticker, InstantSource.system(), MemorySettings.DEFAULT).store();
    }

    @Override
    public Optional<CacheStore> unreachableStore() {
        return Optional.empty();
    }

    @Override
    public void letPass(Duration time) {
        ticker.turn(time);
    }
}
