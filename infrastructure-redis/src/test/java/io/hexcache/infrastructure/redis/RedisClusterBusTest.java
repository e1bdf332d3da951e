package io.hexcache.infrastructure.redis;

import io.hexcache.contract.server.RedisCluster;
import io.hexcache.domain.port.InvalidationBus;

/** The contract on a cluster: the heads and the channel live in one slot. */
class RedisClusterBusTest extends RedisInvalidationBusTest {

    private final RedisCluster cluster;

    RedisClusterBusTest(RedisCluster cluster) {
        super(cluster.primaryOf(cluster.slot("{register}")));
        this.cluster = cluster;
    }

    @Override
    public InvalidationBus newNode() {
        return open(() -> Redises.connect(Redises.patient(cluster.uri()))).bus();
    }
}
