package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;

/** Always the same server. */
record FixedDestination(RedisAddress address) implements Destination {

    @Override
    public boolean isForPrimary() {
        return false;
    }

    @Override
    public void reached() {
        // There is nothing to learn from it.
    }

    @Override
    public void missed(RedisAddress missed, CacheConnectionException reason) {
        // There is no other.
    }
}
