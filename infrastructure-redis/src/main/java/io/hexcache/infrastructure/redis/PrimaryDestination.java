package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.time.Ticker;

/** One primary of a cluster, which is left alone for a while when it cannot be reached. */
final class PrimaryDestination implements Destination {

    private final RedisAddress address;
    private final Backoff backoff;

    PrimaryDestination(RedisAddress address, Ticker ticker) {
        this.address = address;
        this.backoff = new Backoff(ticker);
    }

    @Override
    public RedisAddress address() {
        backoff.check();
        return address;
    }

    @Override
    public boolean isForPrimary() {
        return true;
    }

    @Override
    public void reached() {
        backoff.worked();
    }

    @Override
    public void missed(RedisAddress missed, CacheConnectionException reason) {
        backoff.failed(reason);
    }
}
