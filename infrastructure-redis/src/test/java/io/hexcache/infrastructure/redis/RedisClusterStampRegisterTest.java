package io.hexcache.infrastructure.redis;

import io.hexcache.contract.server.RedisCluster;
import io.hexcache.domain.port.StampRegister;

/** The contract on a cluster: the register lives in one slot. */
class RedisClusterStampRegisterTest extends RedisStampRegisterTest {

    private final RedisCluster cluster;

    RedisClusterStampRegisterTest(RedisCluster cluster) {
        super(cluster.primaryOf(cluster.slot("{register}")));
        this.cluster = cluster;
    }

    @Override
    public StampRegister emptyRegister() {
        return open(() -> Redises.connect(Redises.patient(cluster.uri()))).stampRegister();
    }
}
