package io.hexcache.contract;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.InvalidationBus;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A node of a test: its end of the bus, under its origin, with what it knows to have sent. */
final class BusNode {

    final InvalidationBus bus;
    final Origin origin;
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong beats = new AtomicLong();

    BusNode(InvalidationBus bus, Origin origin) {
        this.bus = bus;
        this.origin = origin;
    }

    /** Announces and returns the number of the message. */
    long announce(Change change) {
        return told.accumulateAndGet(bus.announce(origin, told.get(), change), Math::max);
    }

    void announceAll(List<Change> changes) {
        changes.forEach(this::announce);
    }

    Heads pulse() {
        return bus.exchange(origin, new Beat(beats.incrementAndGet(), told.get()));
    }

    static Change change(int number) {
        return Change.of(KeySelection.Keys.of(Samples.key("item-" + number)));
    }
}
