package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RedisCluster;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.port.CounterStore;
import org.junit.jupiter.api.Test;

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

    @Test
    void streamBus_onACluster_isRefusedWithTheWayOut() {
        RedisAdapters adapters = opened(Redises.connect(Redises.patient(cluster.uri())));

        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> adapters.streamBus(StreamSettings
                .defaults())).withMessageContaining("redis.bus = pubsub");
    }
}
