package io.hexcache.simulation.port;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.simulation.port.Call.Operation;

/** A bus behind a passage; messages arrive as the bus delivers them. */
public final class PassingBus implements InvalidationBus {

    private final InvalidationBus bus;
    private final Passage passage;

    /** This bus, reached on this way. */
    public PassingBus(InvalidationBus bus, Passage passage) {
        this.bus = bus;
        this.passage = passage;
    }

    @Override
    public long announce(Origin origin, long told, Change change) {
        return passage.pass(new Call(Operation.ANNOUNCE, change), () -> bus.announce(origin, told, change));
    }

    @Override
    public Heads exchange(Origin origin, Beat own) {
        return passage.pass(new Call(Operation.EXCHANGE, own), () -> bus.exchange(origin, own));
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
