package io.hexcache.infrastructure.redis;

import io.hexcache.contract.server.RedisCluster;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import java.nio.charset.StandardCharsets;

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
    public void letGuardExpire(CacheKey key) {
        String guard = new String(new Keyspace("hexcache").guard(key), StandardCharsets.UTF_8);
        cluster.primaryOf(cluster.slot(guard)).command("PEXPIRE", guard, "1");
    }
}
