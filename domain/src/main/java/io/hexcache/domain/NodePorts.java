package io.hexcache.domain;

import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.tier.RemotePorts;
import io.hexcache.domain.writebehind.WriteBehindPorts;
import java.util.Optional;

/**
 * What a node stands on.
 *
 * @param remote L2: store, tag index and codec
 * @param register shared by all nodes of the store
 * @param bus to all nodes of the store
 * @param heartbeat the same register, for the pulse: it is asked in any case, so that the node finds out that the
 *            register is back
 * @param writeBehind empty if every write is to reach its source before it is acknowledged
 */
public record NodePorts(LocalCacheFactory localCaches, RemotePorts remote, StampRegister register,
        InvalidationBus bus, StampRegister heartbeat, Optional<WriteBehindPorts> writeBehind) {

    /** A node that writes nothing behind, over ports without anything in between that may refuse. */
    public NodePorts(LocalCacheFactory localCaches, RemotePorts remote, StampRegister register, InvalidationBus bus) {
        this(localCaches, remote, register, bus, register, Optional.empty());
    }

    /** The same, with a register that answers the pulse in any case. */
    public NodePorts pulsedBy(StampRegister newHeartbeat) {
        return new NodePorts(localCaches, remote, register, bus, newHeartbeat, writeBehind);
    }

    /** The same, which can write behind. */
    public NodePorts with(WriteBehindPorts newWriteBehind) {
        return new NodePorts(localCaches, remote, register, bus, heartbeat, Optional.of(newWriteBehind));
    }
}
