package io.hexcache.infrastructure.redis;

import io.hexcache.contract.server.RedisCluster;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.port.CacheStore;

/** The contract on a cluster: keys everywhere. */
class RedisClusterCacheStoreProof extends RedisCacheStoreTest {

    private final RedisCluster cluster;

    RedisClusterCacheStoreProof(RedisCluster cluster) {
        super(cluster.primaryOf(0));
        this.cluster = cluster;
    }

    @Override
    void flush() {
        cluster.flush();
    }

    @Override
    public CacheStore emptyStore() {
        return open(() -> Redises.connect(Redises.patient(cluster.uri()))).store();
    }

    @Override
    RedisServer serverOf(String key) {
        return cluster.primaryOf(cluster.slot(key));
    }
}
