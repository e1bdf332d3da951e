package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.InvalidationBus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What joins the buses of several nodes that live in one process: for tests, and for a service that runs alone and
 * still needs a bus. It is never away. Who publishes delivers: when {@code publish} returns, every listener has been
 * called.
 */
public final class InProcessBusHub {

    private final List<InProcessBus> nodes = new CopyOnWriteArrayList<>();

    /** The bus of one more node; it hears what the others publish once it has subscribed. */
    public InvalidationBus connect() {
        return new InProcessBus(this);
    }

    void join(InProcessBus node) {
        nodes.add(node);
    }

    void leave(InProcessBus node) {
        nodes.remove(node);
    }

    void deliver(InProcessBus origin, KeySelection change) {
        for (InProcessBus node : nodes) {
            if (node != origin) {
                node.receive(change);
            }
        }
    }
}
