package io.hexcache.infrastructure.redis;

import io.hexcache.contract.server.EveryOtherRedis;
import io.hexcache.contract.server.RedisCluster;
import io.hexcache.contract.server.RedisSentinels;
import io.hexcache.contract.server.RedisServer;
import org.junit.jupiter.api.Nested;

/** Every contract, once more on every other version of the server that is at hand: alone, and in a cluster. */
@EveryOtherRedis
class RedisVersionsProof {

    @Nested
    class Store extends RedisCacheStoreTest {

        Store(RedisServer server) {
            super(server);
        }
    }

    @Nested
    class Tags extends RedisTagIndexTest {

        Tags(RedisServer server) {
            super(server);
        }
    }

    @Nested
    class Register extends RedisStampRegisterTest {

        Register(RedisServer server) {
            super(server);
        }
    }

    @Nested
    class Counting extends RedisCounterStoreTest {

        Counting(RedisServer server) {
            super(server);
        }
    }

    @Nested
    class Bus extends RedisInvalidationBusTest {

        Bus(RedisServer server) {
            super(server);
        }
    }

    @Nested
    class Streams extends RedisStreamBusTest {

        Streams(RedisServer server) {
            super(server);
        }
    }

    @Nested
    class StoreOnACluster extends RedisClusterCacheStoreProof {

        StoreOnACluster(RedisCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    class TagsOnACluster extends RedisClusterTagIndexTest {

        TagsOnACluster(RedisCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    class RegisterOnACluster extends RedisClusterStampRegisterTest {

        RegisterOnACluster(RedisCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    class CountingOnACluster extends RedisClusterCounterStoreTest {

        CountingOnACluster(RedisCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    class BusOnACluster extends RedisClusterBusTest {

        BusOnACluster(RedisCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    class StreamsOnACluster extends RedisClusterStreamBusTest {

        StreamsOnACluster(RedisCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    class StoreBehindSentinels extends RedisSentinelCacheStoreProof {

        StoreBehindSentinels(RedisSentinels sentinels) {
            super(sentinels);
        }
    }
}
