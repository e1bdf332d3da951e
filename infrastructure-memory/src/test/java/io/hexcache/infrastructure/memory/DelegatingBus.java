package io.hexcache.infrastructure.memory;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;

/** The right bus, of which a wrong one overrides what it does wrong. */
class DelegatingBus implements InvalidationBus {

    final InvalidationBus right;

    DelegatingBus(InvalidationBus right) {
        this.right = right;
    }

    @Override
    public long announce(Origin origin, long told, Change change) {
        return right.announce(origin, told, change);
    }

    @Override
    public Heads exchange(Origin origin, Beat own) {
        return right.exchange(origin, own);
    }

    @Override
    public void subscribe(BusListener listener) {
        right.subscribe(listener);
    }

    @Override
    public void close() {
        right.close();
    }
}
