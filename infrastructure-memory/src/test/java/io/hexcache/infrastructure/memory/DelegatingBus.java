package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;

/** The right bus, of which a wrong one overrides what it does wrong. */
class DelegatingBus implements InvalidationBus {

    final InvalidationBus right;

    DelegatingBus(InvalidationBus right) {
        this.right = right;
    }

    @Override
    public void publish(KeySelection change) {
        right.publish(change);
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
