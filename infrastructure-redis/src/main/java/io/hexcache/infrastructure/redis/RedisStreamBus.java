package io.hexcache.infrastructure.redis;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;

/**
 * The bus on a stream, which keeps the last messages in the slot of the heads: one for all nodes with this key prefix
 * and database. A node that was cut off catches up; it drops its copies only if the stream does not reach
 * back to where it was.
 */
final class RedisStreamBus implements InvalidationBus {

    private final Keyspace keyspace;
    private final StreamSettings settings;
    private final RedisHeads heads;
    private final StreamSubscriber subscriber;

    RedisStreamBus(RedisNodes nodes, StreamRoute route, Keyspace keyspace, StreamSettings settings) {
        this.keyspace = keyspace;
        this.settings = settings;
        this.heads = new RedisHeads(nodes, keyspace);
        this.subscriber = new StreamSubscriber(route, settings);
    }

    @Override
    public long announce(Origin origin, long told, Change change) {
        MessageCodec.Parts parts = MessageCodec.encode(origin, change);
        return heads.raise(Operation.change("announce", change.selection()), origin, Call.of(BusScripts.ANNOUNCE_KEPT,
                keyspace.headsAndStream(), HeadLines.field(origin), Replies.argument(told), Replies.argument(settings
                        .maxEntries()),
                parts.beforeSequence(), parts.afterSequence()));
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
