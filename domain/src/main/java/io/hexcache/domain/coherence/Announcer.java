package io.hexcache.domain.coherence;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.InvalidationBus;
import java.util.concurrent.atomic.AtomicLong;

/** This node's voice on the bus: numbers its changes and keeps its beat. */
public final class Announcer {

    private final InvalidationBus bus;
    private final Origin origin;
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong beats = new AtomicLong();

    /** Speaks for this origin on this bus. */
    public Announcer(InvalidationBus bus, Origin origin) {
        this.bus = bus;
        this.origin = origin;
    }

    /** Who this node is on the bus. */
    public Origin origin() {
        return origin;
    }

    /**
     * Tells all nodes. When this returns, every node that asks for the heads learns of it.
     *
     * @throws io.hexcache.domain.error.CacheException if the bus did not confirm it
     */
    public void announce(Change change) {
        heardOwn(bus.announce(origin, told.get(), change));
    }

    /** A message of this node has come back, so the number is used even if its announcement was never confirmed. */
    public void heardOwn(long sequence) {
        told.accumulateAndGet(sequence, Math::max);
    }

    /** One beat: asks for the heads. */
    Heads exchange() {
        return bus.exchange(origin, new Beat(beats.incrementAndGet(), told.get()));
    }
}
