package io.hexcache.infrastructure.redis;

import java.util.Optional;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** The way to a stream that stays where it is, or where the primary is. */
record FixedStreamRoute(Dialer dialer, Keyspace keyspace) implements StreamRoute {

    @Override
    public StreamReader connect() {
        return StreamReader.to(dialer, keyspace.stream());
    }

    @Override
    public Optional<StreamPlace> moved(Optional<StreamPlace> place, StreamReader reader,
            JedisRedirectionException where) {
        throw where;
    }

    @Override
    public void lost() {
        // There is no other place to look.
    }

    @Override
    public String node() {
        return dialer.node();
    }
}
