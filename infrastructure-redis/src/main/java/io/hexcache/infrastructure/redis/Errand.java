package io.hexcache.infrastructure.redis;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.Protocol.Command;

/**
 * A call on its way through a cluster.
 *
 * @param place of its reply among the replies of all
 * @param node where it goes next
 * @param asking whether that server has to be told that it is asked for a slot which it is about to take
 */
record Errand(int place, Call call, RedisNode node, boolean asking) {

    /** Those with the same way go together. */
    record Way(RedisNode node, boolean asking) {

        /** The replies to the calls among those to all that was sent. */
        List<Object> replies(List<Object> all) {
            return asking ? IntStream.range(0, all.size() / 2).mapToObj(i -> all.get(2 * i + 1)).toList() : all;
        }
    }

    private static final Call ASKING = Call.of(Command.ASKING);

    Way way() {
        return new Way(node, asking);
    }

    /** What is sent for it. A server that is asked may not know the script, and would forget that it was asked. */
    Stream<Call> sent() {
        return asking ? Stream.of(ASKING, call.inFull()) : Stream.of(call);
    }

    Errand to(RedisNode other) {
        return new Errand(place, call, other, false);
    }

    Errand askingAt(RedisNode other) {
        return new Errand(place, call, other, true);
    }
}
