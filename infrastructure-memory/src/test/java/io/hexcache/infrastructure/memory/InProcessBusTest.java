package io.hexcache.infrastructure.memory;

import io.hexcache.contract.InvalidationBusContract;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.InvalidationBus;
import java.time.Duration;
import java.util.Optional;

final class InProcessBusTest extends InvalidationBusContract {

    private final FakeTicker ticker = new FakeTicker();
    private final InProcessBusHub hub = new InProcessBusHub(ticker);

    @Override
    public InvalidationBus newNode() {
        return hub.connect();
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
