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
 * @param writeBehind empty if every write is to reach its source before it is acknowledged
 */
public record NodePorts(LocalCacheFactory localCaches, RemotePorts remote, StampRegister register,
        InvalidationBus bus, Optional<WriteBehindPorts> writeBehind) {

    /** A node that writes nothing behind. */
    public NodePorts(LocalCacheFactory localCaches, RemotePorts remote, StampRegister register, InvalidationBus bus) {
        this(localCaches, remote, register, bus, Optional.empty());
    }

    /** The same, which can write behind. */
    public NodePorts with(WriteBehindPorts newWriteBehind) {
        return new NodePorts(localCaches, remote, register, bus, Optional.of(newWriteBehind));
    }
}
