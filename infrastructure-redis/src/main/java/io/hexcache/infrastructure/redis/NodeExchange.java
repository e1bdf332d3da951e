package io.hexcache.infrastructure.redis;

import java.util.List;

/** How calls are exchanged for replies with the server that has their slots. */
interface NodeExchange {

    List<Object> at(RedisNode node, Operation operation, List<Call> calls);
}
