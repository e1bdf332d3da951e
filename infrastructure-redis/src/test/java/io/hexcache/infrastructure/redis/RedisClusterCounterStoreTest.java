package io.hexcache.infrastructure.redis;

import io.hexcache.contract.server.RedisCluster;
import io.hexcache.domain.port.CounterStore;

/** The contract on a cluster: counters everywhere. */
class RedisClusterCounterStoreTest extends RedisCounterStoreTest {

    private final RedisCluster cluster;

    RedisClusterCounterStoreTest(RedisCluster cluster) {
        super(cluster.primaryOf(cluster.slot("hexcache:{#count}")));
        this.cluster = cluster;
    }

    @Override
    public CounterStore emptyCounters() {
        cluster.flush();
        return opened(Redises.connect(Redises.patient(cluster.uri()))).counters();
    }
}
