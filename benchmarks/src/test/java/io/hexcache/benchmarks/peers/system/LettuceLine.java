package io.hexcache.benchmarks.peers.system;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.net.URI;

/** A client of Lettuce with the one connection that its manual recommends. */
record LettuceLine(ClientResources resources, RedisClient client, StatefulRedisConnection<String, byte[]> connection)
        implements
        AutoCloseable {

    /** As it comes. */
    static LettuceLine plain(URI redis) {
        return open(ClientResources.create(), redis);
    }

    /** Writes of many callers leave in few system calls. */
    static LettuceLine consolidated(URI redis) {
        return open(ClientResources.builder().nettyCustomizer(new NettyCustomizer() {

            @Override
            public void afterChannelInitialized(Channel channel) {
                channel.pipeline().addFirst(new FlushConsolidationHandler(
                        FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true));
            }
        }).build(), redis);
    }

    private static LettuceLine open(ClientResources resources, URI redis) {
        RedisClient client = RedisClient.create(resources, RedisURI.create(redis));
        return new LettuceLine(resources, client, client.connect(RedisCodec.of(StringCodec.UTF8,
                ByteArrayCodec.INSTANCE)));
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
        resources.shutdown().awaitUninterruptibly();
    }
}
