package io.hexcache.bootstrap.node;

import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.CounterStore;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.TagIndex;

/**
 * What is behind the memory of the process, all of one technology.
 *
 * @param storeName what an operator knows the store by, such as {@code Redis 127.0.0.1:6379}
 * @param busName the same for the bus
 */
record SecondTier(CacheStore store, TagIndex tagIndex, StampRegister register, CounterStore counters,
        InvalidationBus bus, String storeName, String busName) {}
