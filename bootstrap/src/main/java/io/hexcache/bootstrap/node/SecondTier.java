package io.hexcache.bootstrap.node;

import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.CounterStore;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.infrastructure.resilience4j.RemoteBreakers;
import java.util.Optional;

/**
 * What is behind the memory of the process, all of one technology.
 *
 * @param heartbeat the register, for the pulse: asked in any case
 * @param breakers between the node and all of these, if it can be away
 * @param storeName what an operator knows the store by, such as {@code Redis 127.0.0.1:6379}
 * @param busName the same for the bus
 */
record SecondTier(CacheStore store, TagIndex tagIndex, StampRegister register, CounterStore counters,
        InvalidationBus bus, StampRegister heartbeat, Optional<RemoteBreakers> breakers, String storeName,
        String busName) {

    /** One that is never away. */
    SecondTier(CacheStore store, TagIndex tagIndex, StampRegister register, CounterStore counters, InvalidationBus bus,
            String storeName, String busName) {
        this(store, tagIndex, register, counters, bus, register, Optional.empty(), storeName, busName);
    }

    /** The same behind these breakers. */
    SecondTier behind(RemoteBreakers around) {
        return new SecondTier(around.around(store), around.around(tagIndex), around.around(register), around.around(
                counters), around.around(bus), around.heartbeat(register), Optional.of(around), storeName, busName);
    }
}
