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
 */
public record NodePorts(LocalCacheFactory localCaches, RemotePorts remote, StampRegister register,
        InvalidationBus bus) {}
