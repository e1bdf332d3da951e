package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import redis.clients.jedis.Protocol.Command;

/** The bus on Pub/Sub of one Redis: a channel for all nodes with this key prefix, whatever database they use. */
final class RedisInvalidationBus implements InvalidationBus {

    private final RedisNode node;
    private final byte[] channel;
    private final NodeId self;
    private final SubscriberLoop subscriber;

    RedisInvalidationBus(RedisNode node, Dialer dialer, byte[] channel, NodeId self) {
        this.node = node;
        this.channel = channel;
        this.self = self;
        this.subscriber = new SubscriberLoop(dialer, channel, self);
    }

    @Override
    public void publish(KeySelection change) {
        if (subscriber.isClosed()) {
            throw new CacheConnectionException("publish of a change: the bus of this node is closed");
        }
        node.call(Operation.change("publish", change), Call.of(Command.PUBLISH, channel, ChangeCodec.encode(
                new ChangeMessage(self, change))));
    }

    @Override
    public void subscribe(BusListener listener) {
        subscriber.start(listener);
    }

    @Override
    public void close() {
        subscriber.close();
    }
}
