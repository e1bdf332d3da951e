package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * A channel of a cluster, in the slot of the heads, so that one script can count and publish, and only the servers of
 * that slot have to do with it. It is looked for anew each time that it is lost, since the slot may have moved.
 */
record ShardedChannel(ClusterMap map, Keyspace keyspace) implements BusChannel {

    @Override
    public byte[] name() {
        return keyspace.shardedChannel();
    }

    @Override
    public Script announce() {
        return BusScripts.ANNOUNCE_SHARDED;
    }

    @Override
    public Subscription subscribe() {
        try {
            return Subscription.sharded(map.dialer(Slots.of(name())), name());
        } catch (CacheConnectionException lost) {
            map.lost(lost);
            throw lost;
        } catch (JedisDataException moved) {
            map.moved();
            throw moved;
        }
    }

    @Override
    public String node() {
        return map.name();
    }
}
