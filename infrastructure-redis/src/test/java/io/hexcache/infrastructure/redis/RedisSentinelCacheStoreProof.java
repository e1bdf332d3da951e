package io.hexcache.infrastructure.redis;

import io.hexcache.contract.server.RedisSentinels;
import io.hexcache.domain.port.CacheStore;

/** The contract on a primary that sentinels have named. */
class RedisSentinelCacheStoreProof extends RedisCacheStoreTest {

    private final RedisSentinels sentinels;

    RedisSentinelCacheStoreProof(RedisSentinels sentinels) {
        super(sentinels.primary());
        this.sentinels = sentinels;
    }

    @Override
    public CacheStore emptyStore() {
        return open(() -> Redises.connect(Redises.patient(sentinels.uri()))).store();
    }
}
