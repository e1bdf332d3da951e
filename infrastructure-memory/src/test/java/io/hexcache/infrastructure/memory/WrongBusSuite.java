package io.hexcache.infrastructure.memory;

import io.hexcache.contract.InvalidationBusContract;
import io.hexcache.contract.OnlyForVerdict;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.InvalidationBus;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The suite of buses on a bus in the process that is wrong on purpose. */
@OnlyForVerdict
abstract class WrongBusSuite extends InvalidationBusContract {

    private final FakeTicker ticker = new FakeTicker();
    private final InProcessBusHub hub = new InProcessBusHub(ticker);
    private final UnaryOperator<InvalidationBus> wrong;

    WrongBusSuite(UnaryOperator<InvalidationBus> wrong) {
        this.wrong = wrong;
    }

    @Override
    public InvalidationBus newNode() {
        return wrong.apply(hub.connect());
    }

    @Override
    public Optional<InvalidationBus> unreachableBus() {
        return Optional.empty();
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(300);
    }

    @Override
    public void letBeSilent(Origin origin) {
        ticker.turn(Duration.ofMinutes(1));
    }
}
