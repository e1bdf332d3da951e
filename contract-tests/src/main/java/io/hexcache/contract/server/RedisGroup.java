package io.hexcache.contract.server;

import java.util.List;

/** Servers that belong together. */
public sealed interface RedisGroup extends AutoCloseable permits RedisSentinels, RedisCluster {

    /** Where they are, in one address. */
    String uri();

    /** All that hold data, whatever their part is now. */
    List<RedisProcess> servers();

    /** Lets go on what a test has paused. */
    void resume();

    @Override
    void close();
}
