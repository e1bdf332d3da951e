package io.hexcache.infrastructure.memory;

import io.hexcache.contract.OnlyForVerdict;
import io.hexcache.contract.TagIndexContract;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The suite of tag indexes on an index in memory that is wrong on purpose. */
@OnlyForVerdict
abstract class WrongIndexSuite extends TagIndexContract {

    private final FakeTicker ticker = new FakeTicker();
    private final Function<Ticker, TagIndex> wrong;

    WrongIndexSuite(Function<Ticker, TagIndex> wrong) {
        this.wrong = wrong;
    }

    @Override
    public TagIndex emptyIndex() {
        return wrong.apply(ticker);
    }

    @Override
    public Optional<TagIndex> unreachableIndex() {
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
