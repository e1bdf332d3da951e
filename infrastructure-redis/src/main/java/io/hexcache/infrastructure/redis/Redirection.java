package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisMovedDataException;

/** What the reply of a cluster's member says about where the call belongs. Nothing was executed unless to nowhere. */
sealed interface Redirection {

    /** It was at the right place. */
    record Nowhere() implements Redirection {}

    /** The slot has moved there. */
    record Moved(RedisAddress address) implements Redirection {}

    /** The slot is moving, and this key is there already, or will be made there. */
    record Ask(RedisAddress address) implements Redirection {}

    /**
     * The slot is moving, and of the keys of the call some are here and some are there. A script may have found out in
     * the middle; each is written so that it can be repeated then.
     */
    record Later() implements Redirection {}

    /**
     * The slot has no server at the moment, or too few of the others are left, or the server is no primary any more, or
     * reads its data yet.
     */
    record Down() implements Redirection {}

    /** No server has replied, and another one may be asked. */
    record Away(CacheConnectionException reason) implements Redirection {}

    static Redirection of(@Nullable Object reply) {
        return switch (reply) {
            case JedisMovedDataException moved -> new Moved(address(moved.getTargetNode()));
            case JedisAskDataException ask -> new Ask(address(ask.getTargetNode()));
            case JedisDataException error when Failures.isOfMovingKeys(error) -> new Later();
            case JedisClusterException _ -> new Down();
            case JedisDataException error when Failures.isOfWrongServer(error) -> new Down();
            case CacheConnectionException away -> new Away(away);
            case null, default -> new Nowhere();
        };
    }

    private static RedisAddress address(HostAndPort target) {
        return new RedisAddress(target.getHost(), target.getPort());
    }
}
