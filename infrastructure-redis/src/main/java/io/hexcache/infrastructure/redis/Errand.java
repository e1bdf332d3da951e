package io.hexcache.infrastructure.redis;

/**
 * A call on its way through a cluster.
 *
 * @param place of its reply among the replies of all
 * @param node where it goes next
 */
record Errand(int place, Call call, RedisNode node) {

    Errand to(RedisNode other) {
        return new Errand(place, call.notAsking(), other);
    }

    Errand askingAt(RedisNode other) {
        return new Errand(place, call.asking(), other);
    }
}
