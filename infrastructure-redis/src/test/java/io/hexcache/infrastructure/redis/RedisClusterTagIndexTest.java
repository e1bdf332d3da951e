package io.hexcache.infrastructure.redis;

import io.hexcache.contract.server.RedisCluster;
import io.hexcache.domain.port.TagIndex;

/** The contract on a cluster: tags everywhere. */
class RedisClusterTagIndexTest extends RedisTagIndexTest {

    private final RedisCluster cluster;

    RedisClusterTagIndexTest(RedisCluster cluster) {
        super(cluster.primaryOf(cluster.slot("hexcache:tag:{tag}")));
        this.cluster = cluster;
    }

    @Override
    void flush() {
        cluster.flush();
    }

    @Override
    public TagIndex emptyIndex() {
        return open(() -> Redises.connect(Redises.patient(cluster.uri()))).tagIndex();
    }
}
