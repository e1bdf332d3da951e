package io.hexcache.infrastructure.redis;

import redis.clients.jedis.util.JedisClusterCRC16;

/** How a cluster divides the keys, see the Redis Cluster specification, "Key distribution model". */
final class Slots {

    /** So many there are. */
    static final int COUNT = 16_384;

    private Slots() {}

    /** The slot of a key; of its hash tag, if it has one. */
    static int of(byte[] key) {
        return JedisClusterCRC16.getSlot(key);
    }
}
