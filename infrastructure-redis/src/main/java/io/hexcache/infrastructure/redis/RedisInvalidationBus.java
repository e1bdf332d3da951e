package io.hexcache.infrastructure.redis;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import java.util.List;

/** The bus on Pub/Sub of Redis: a channel for all nodes with this key prefix. */
final class RedisInvalidationBus implements InvalidationBus {

    private final BusChannel channel;
    private final Keyspace keyspace;
    private final RedisHeads heads;
    private final SubscriberLoop subscriber;

    RedisInvalidationBus(RedisNodes nodes, BusChannel channel, Keyspace keyspace) {
        this.keyspace = keyspace;
        this.channel = channel;
        this.heads = new RedisHeads(nodes, keyspace);
        this.subscriber = new SubscriberLoop(channel);
    }

    @Override
    public long announce(Origin origin, long told, Change change) {
        MessageCodec.Parts parts = MessageCodec.encode(origin, change);
        return heads.raise(Operation.change("announce", change.selection()), origin, Call.of(channel.announce(), List
                .of(keyspace.heads()), HeadLines.field(origin), Replies.argument(told), channel.name(),
                parts
                        .beforeSequence(),
                parts.afterSequence()));
    }

    @Override
    public Heads exchange(Origin origin, Beat own) {
        return heads.exchange(origin, own);
    }

    @Override
    public void subscribe(BusListener listener) {
        subscriber.start(listener);
    }

    @Override
    public void close() {
        subscriber.close();
        heads.close();
    }
}
