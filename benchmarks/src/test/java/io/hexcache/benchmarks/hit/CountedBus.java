package io.hexcache.benchmarks.hit;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts its calls. */
record CountedBus(InvalidationBus bus, AtomicInteger calls) implements InvalidationBus {

    @Override
    public long announce(Origin origin, long told, Change change) {
        calls.incrementAndGet();
        return bus.announce(origin, told, change);
    }

    @Override
    public Heads exchange(Origin origin, Beat own) {
        calls.incrementAndGet();
        return bus.exchange(origin, own);
    }

    @Override
    public void subscribe(BusListener listener) {
        calls.incrementAndGet();
        bus.subscribe(listener);
    }

    @Override
    public void close() {
        calls.incrementAndGet();
        bus.close();
    }
}
