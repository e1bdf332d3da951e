package io.hexcache.infrastructure.resilience4j;

import io.hexcache.contract.InvalidationBusContract;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.infrastructure.memory.InProcessBusHub;
import java.time.Duration;
import java.util.Optional;

final class BreakingInvalidationBusTest extends InvalidationBusContract {

    private final FakeTicker ticker = new FakeTicker();
    private final InProcessBusHub hub = new InProcessBusHub(ticker);

    @Override
    public InvalidationBus newNode() {
        return Behind.closed().around(hub.connect());
    }

    @Override
    public Optional<InvalidationBus> unreachableBus() {
        return Optional.empty();
    }

    @Override
    public void letBeSilent(Origin origin) {
        ticker.turn(Duration.ofMinutes(1));
    }
}
