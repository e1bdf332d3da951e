package io.hexcache.infrastructure.resilience4j;

import io.hexcache.contract.TagIndexContract;
import io.hexcache.domain.port.TagIndex;
import java.time.Duration;
import java.util.Optional;

final class BreakingTagIndexTest extends TagIndexContract {

    private final FakeTicker ticker = new FakeTicker();

    @Override
    public TagIndex emptyIndex() {
        return Behind.closed().around(Behind.memory(ticker).tagIndex());
    }

    @Override
    public Optional<TagIndex> unreachableIndex() {
        return Optional.of(Behind.open().around(Behind.away(TagIndex.class, Behind.memory(ticker).tagIndex())));
    }

    @Override
    public void letPass(Duration time) {
        ticker.turn(time);
    }
}
