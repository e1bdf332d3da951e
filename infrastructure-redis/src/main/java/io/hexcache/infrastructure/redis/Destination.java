package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;

/** Knows which server a new connection should lead to. */
interface Destination {

    /** The server, as far as anybody knows now; throws {@link CacheConnectionException} if nobody does. */
    RedisAddress address();

    /** Whether the server has to be a primary; where not, the operator has named it and is taken at his word. */
    boolean isForPrimary();

    /** To be told of a new connection that can be used. */
    void reached();

    /** To be told that this server is of no use, and why. */
    void missed(RedisAddress address, CacheConnectionException reason);
}
