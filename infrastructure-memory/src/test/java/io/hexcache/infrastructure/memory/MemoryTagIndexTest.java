package io.hexcache.infrastructure.memory;

import io.hexcache.contract.TagIndexContract;
import io.hexcache.domain.port.TagIndex;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

final class MemoryTagIndexTest extends TagIndexContract {

    private final FakeTicker ticker = new FakeTicker();

    @Override
    public TagIndex emptyIndex() {
        return new MemoryAdapters(ticker, InstantSource.system(), MemorySettings.DEFAULT).tagIndex();
    }

    @Override
    public Optional<TagIndex> unreachableIndex() {
        return Optional.empty();
    }

    @Override
    public void letPass(Duration time) {
        ticker.turn(time);
    }
}
