package io.hexcache.infrastructure.redis;

import java.util.Optional;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** The way to the stream of the bus, for the one thread that reads it. */
interface StreamRoute {

    /** Connects to the server that has the stream, as far as anybody knows. */
    StreamReader connect();

    /**
     * To be told that this reader was sent to another server; {@link #connect} leads there next.
     *
     * @param place up to where it has read, if it stands anywhere
     * @return the same, as it is from now on: in the other store, if the stream has moved there with nothing missing
     */
    Optional<StreamPlace> moved(Optional<StreamPlace> place, StreamReader reader, JedisRedirectionException where);

    /** To be told that a connection was of no use. */
    void lost();

    /** The server, as messages name it. */
    String node();
}
