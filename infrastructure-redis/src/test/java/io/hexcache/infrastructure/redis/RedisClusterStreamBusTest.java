package io.hexcache.infrastructure.redis;

import io.hexcache.contract.server.RedisCluster;
import io.hexcache.domain.port.InvalidationBus;

/** The contract on a cluster: the heads and the stream live in one slot. */
class RedisClusterStreamBusTest extends RedisStreamBusTest {

    private final RedisCluster cluster;

    RedisClusterStreamBusTest(RedisCluster cluster) {
        super(cluster.primaryOf(cluster.slot("{register}")));
        this.cluster = cluster;
    }

    @Override
    public InvalidationBus newNode() {
        return opened(Redises.connect(Redises.patient(cluster.uri()))).streamBus(StreamSettings.defaults());
    }
}
