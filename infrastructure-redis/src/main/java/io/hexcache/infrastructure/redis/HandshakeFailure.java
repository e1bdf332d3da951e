package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Says in one line why a server that takes connections is of no use, and the way out. */
final class HandshakeFailure {

    private HandshakeFailure() {}

    static CacheConnectionException translated(RedisUri uri, RedisAddress address, RuntimeException failure) {
        String reply = Failures.rootMessage(failure).replaceAll("\\p{Cntrl}", "?");
        String reason = switch (failure) {
            case JedisDataException _ -> refusal(uri.database(), reply);
            case JedisConnectionException _ when Failures.isTimeout(failure) ->
                    "it takes connections but does not answer; it hangs, or is not a Redis";
            case JedisConnectionException _ when uri.tls() instanceof RedisTls.Off ->
                    "the connection broke (%s); it stopped, or is not a Redis, or speaks TLS there: then write rediss"
                            .formatted(reply) + " instead of redis";
            case JedisConnectionException _ ->
                    "the connection broke (%s); it stopped, or asks for a certificate of ours, which we have not: then"
                            .formatted(reply) + " set its tls-auth-clients to no";
            case JedisException _ -> "it says: " + reply;
            default -> "it does not speak the protocol of Redis 6.2 or newer";
        };
        return new CacheConnectionException("cannot use redis at %s: %s".formatted(address, reason), failure);
    }

    private static String refusal(int database, String reply) {
        if (reply.startsWith("WRONGPASS") || reply.contains("AUTH <password>")) {
            return "it refuses user or password; correct them in the address";
        }
        if (reply.startsWith("NOAUTH")) {
            return "it asks for a password; write redis://user:password@host:port";
        }
        if (reply.contains("DB index")) {
            return "it has no database %d; choose a smaller one".formatted(database);
        }
        return "it says: " + reply;
    }
}
