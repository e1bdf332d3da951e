package io.hexcache.infrastructure.resilience4j;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;

/** A bus whose announcements are behind a breaker. */
record BreakingInvalidationBus(InvalidationBus bus, Breaker writes) implements InvalidationBus {

    @Override
    public long announce(Origin origin, long told, Change change) {
        return writes.call(() -> bus.announce(origin, told, change));
    }

    @Override
    public Heads exchange(Origin origin, Beat own) {
        return writes.callAlways(() -> bus.exchange(origin, own));
    }

    @Override
    public void subscribe(BusListener listener) {
        bus.subscribe(listener);
    }

    @Override
    public void close() {
        bus.close();
    }
}
