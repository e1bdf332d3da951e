package io.hexcache.simulation.race;

import io.hexcache.domain.Cache;
import io.hexcache.domain.CacheNode;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.simulation.schedule.Host;
import io.hexcache.simulation.world.Versioned;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/** One complete node of a race. What it reads is held against what it owes. */
final class Racer implements BusListener {

    private record Arriving(Message message, Optional<Promises.Pledge> pledge) {}

    private final Fleet fleet;
    private final Host host;
    private final Way way;
    private final InvalidationBus bus;
    private final CacheNode node;
    private final Cache<Versioned> cache;
    private final Deque<Arriving> arriving = new ArrayDeque<>();
    private Optional<BusListener> listener = Optional.empty();
    private boolean connected = true;
    private boolean stopped;
    private long due;

    Racer(Fleet fleet, Host host, Way way, InvalidationBus bus) {
        this.fleet = fleet;
        this.host = host;
        this.way = way;
        this.bus = bus;
        this.node = fleet.assemble(this);
        this.cache = fleet.declareIn(node, way);
        node.start();
        node.pulse();
    }

    Host host() {
        return host;
    }

    Way way() {
        return way;
    }

    InvalidationBus bus() {
        return bus;
    }

    /** Takes in the messages, from which it hands on to the node what the race lets arrive. */
    BusListener relayTo(BusListener told) {
        listener = Optional.of(told);
        return this;
    }

    @Override
    public void connected() {
        listener.orElseThrow().connected();
    }

    @Override
    public void disconnected() {
        listener.orElseThrow().disconnected();
    }

    @Override
    public void received(Message message) {
        if (fleet.isOwn(message, this)) {
            listener.orElseThrow().received(message);
        } else if (connected) {
            arriving.add(new Arriving(message, fleet.promises().current()));
        }
    }

    /** The oldest message arrives, if there is one. */
    void hear() {
        take(Optional.ofNullable(arriving.pollFirst()));
    }

    /** The newest message arrives, if there is one. */
    void hearLatest() {
        take(Optional.ofNullable(arriving.pollLast()));
    }

    void hearAll() {
        while (!arriving.isEmpty()) {
            hear();
        }
    }

    private void take(Optional<Arriving> next) {
        next.ifPresent(one -> fleet.course().atOnce(() -> {
            listener.orElseThrow().received(one.message());
            one.pledge().ifPresent(pledge -> pledge.heardBy(this));
            return true;
        }));
    }

    /** The subscription breaks, and what is on its way is lost. */
    void disconnect() {
        connected = false;
        arriving.clear();
        disconnected();
    }

    /** Messages are lost from now on, and nobody is told. */
    void goDeaf() {
        connected = false;
        arriving.clear();
    }

    /** Messages arrive again, and nobody is told. */
    void hearAgain() {
        connected = true;
    }

    void reconnect() {
        connected = true;
        connected();
    }

    /** A pulse; if trust is regained by it, everything that was complete before it counts as heard of. */
    void pulse() {
        long completed = fleet.promises().completed();
        boolean trusted = node.isTrusted();
        node.pulse();
        if (!trusted && node.isTrusted()) {
            owes(completed);
        }
    }

    /** Reads, unless there is an error that a reader has to expect: a load that takes too long, a stopped node. */
    void tryToGet() {
        try {
            get();
        } catch (CacheTimeoutException | CacheOverloadException expected) {
            fleet.scheduler().note(expected.getMessage());
        }
    }

    /** From now on nothing older than this may be read here. */
    void owes(long version) {
        due = Math.max(due, version);
    }

    boolean owesSomething() {
        return due > 0;
    }

    /** Leaves the bus, and begins no more loads. */
    void stop() {
        stopped = true;
        bus.close();
    }

    boolean isAlive() {
        return !stopped && !host.isDead();
    }

    boolean isStopped() {
        return stopped;
    }

    CacheNode node() {
        return node;
    }

    Lookup<Versioned> get() {
        return judged(() -> cache.get(Fleet.ID));
    }

    Lookup<Versioned> peek() {
        return judged(() -> cache.peek(Fleet.ID));
    }

    private Lookup<Versioned> judged(Supplier<Lookup<Versioned>> read) {
        long least = due;
        Lookup<Versioned> found = read.get();
        fleet.truth().checkNotOlder(found, least, host.toString());
        return found;
    }

    /** Writes the next version through. */
    void put() {
        put(0);
    }

    /** Writes this version, which only counts where there is no source. */
    void put(long version) {
        fleet.promises().change(this, version, () -> cache.put(Fleet.ID, new Versioned(Fleet.ID, version))
                .completion());
    }

    void delete() {
        fleet.promises().change(this, 0, () -> cache.delete(Fleet.ID).completion());
    }

    /** Somebody has changed the source, and this node is asked to invalidate. */
    void change(KeySelection selection) {
        invalidate(selection, fleet.truth().commit(true));
    }

    /** Invalidates what is older than this. */
    void invalidate(KeySelection selection, long version) {
        fleet.promises().change(this, version, () -> node.invalidation().invalidate(selection).completion());
    }

    @Override
    public String toString() {
        return host.toString();
    }
}
