package io.hexcache.infrastructure.memory;

import io.hexcache.contract.InvalidationBusContract;
import io.hexcache.domain.port.InvalidationBus;
import java.util.Optional;

final class InProcessBusTest extends InvalidationBusContract {

    private final InProcessBusHub hub = new InProcessBusHub();

    @Override
    public InvalidationBus newNode() {
        return hub.connect();
    }

    @Override
    public Optional<InvalidationBus> unreachableBus() {
        return Optional.empty();
    }
}
