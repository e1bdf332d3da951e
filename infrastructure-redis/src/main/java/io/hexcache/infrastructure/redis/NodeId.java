package io.hexcache.infrastructure.redis;

import java.util.random.RandomGenerator;

/** Names one node on the bus, by 128 random bits, so that no two nodes are called the same. */
record NodeId(long high, long low) {

    static NodeId next(RandomGenerator random) {
        return new NodeId(random.nextLong(), random.nextLong());
    }
}
