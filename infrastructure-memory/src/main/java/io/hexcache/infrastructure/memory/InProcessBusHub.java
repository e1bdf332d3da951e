package io.hexcache.infrastructure.memory;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.time.Ticker;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What joins the buses of several nodes that live in one process: for tests, and for a service that runs alone and
 * still needs a bus. It is never away. Who announces delivers: when {@code announce} returns, every listener has been
 * called, the own one too.
 */
public final class InProcessBusHub {

    private final HeadTable heads;
    private final List<InProcessBus> nodes = new CopyOnWriteArrayList<>();

    /** A hub without nodes; the ticker tells how long an origin has been silent. */
    public InProcessBusHub(Ticker ticker) {
        this.heads = new HeadTable(ticker);
    }

    /** The bus of one more node; it hears what is announced once it has subscribed. */
    public InvalidationBus connect() {
        return new InProcessBus(this);
    }

    void join(InProcessBus node) {
        nodes.add(node);
    }

    void leave(InProcessBus node) {
        nodes.remove(node);
        heads.leave(node);
    }

    long announce(InProcessBus node, Origin origin, long told, Change change) {
        Message message = new Message(origin, heads.next(origin, node, told), change);
        nodes.forEach(each -> each.receive(message));
        return message.sequence();
    }

    Heads exchange(InProcessBus node, Origin origin, Beat own) {
        return heads.exchange(origin, node, own);
    }
}
