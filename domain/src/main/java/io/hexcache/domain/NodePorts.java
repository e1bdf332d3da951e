package io.hexcache.domain;

import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.tier.RemotePorts;

/**
 * What a node stands on.
 *
 * @param remote L2: store, tag index and codec
 * @param register shared by all nodes of the store
 * @param bus to all nodes of the store
 * @param heartbeat the same register, for the pulse: it is asked in any case, so that the node finds out that the
 *            register is back
 */
public record NodePorts(LocalCacheFactory localCaches, RemotePorts remote, StampRegister register,
        InvalidationBus bus,
        StampRegister heartbeat) {

    /** Ports without anything in between that may refuse. */
    public NodePorts(LocalCacheFactory localCaches, RemotePorts remote, StampRegister register, InvalidationBus bus) {
        this(localCaches, remote, register, bus, register);
    }
}
