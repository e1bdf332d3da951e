package io.hexcache.infrastructure.redis;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The bus on Pub/Sub of Redis: a channel for all nodes with this key prefix. */
final class RedisInvalidationBus implements InvalidationBus {

    private static final byte[] SILENCE_MICROS = Replies.argument(TimeUnit.SECONDS.toMicros(60));

    /** One bus serves one node, or a few in tests; who comes later leaves without a word. */
    private static final int MOST_GOODBYES = 16;

    private final RedisNodes nodes;
    private final BusChannel channel;
    private final Keyspace keyspace;
    private final SubscriberLoop subscriber;
    private final Set<Origin> origins = ConcurrentHashMap.newKeySet();

    RedisInvalidationBus(RedisNodes nodes, BusChannel channel, Keyspace keyspace) {
        this.nodes = nodes;
        this.keyspace = keyspace;
        this.channel = channel;
        this.subscriber = new SubscriberLoop(channel);
    }

    @Override
    public long announce(Origin origin, long told, Change change) {
        Operation operation = Operation.change("announce", change.selection());
        MessageCodec.Parts parts = MessageCodec.encode(origin, change);
        return Replies.number(call(operation, origin, channel.announce(), HeadLines.field(origin), Replies.argument(
                told), channel.name(), parts.beforeSequence(), parts.afterSequence()));
    }

    @Override
    public Heads exchange(Origin origin, Beat own) {
        return HeadLines.heads(Replies.list(call(Operation.change("exchange", "heads"), origin, BusScripts.EXCHANGE,
                HeadLines.field(origin), Replies.argument(own.told()), Replies.argument(own.count()),
                SILENCE_MICROS)));
    }

    private Object call(Operation operation, Origin origin, Script script, byte[]... arguments) {
        if (subscriber.isClosed()) {
            throw new CacheConnectionException(operation + ": the bus of this node is closed");
        }
        if (origins.size() < MOST_GOODBYES) {
            origins.add(origin);
        }
        return nodes.call(operation, Call.of(script, List.of(keyspace.heads()), arguments));
    }

    @Override
    public void subscribe(BusListener listener) {
        subscriber.start(listener);
    }

    @Override
    public void close() {
        boolean open = !subscriber.isClosed();
        subscriber.close();
        if (open && !origins.isEmpty()) {
            sayGoodbye();
        }
    }

    private void sayGoodbye() {
        try {
            nodes.calls(Operation.change("say goodbye on", "the bus"), origins.stream().map(origin -> Call.of(
                    BusScripts.LEAVE, List.of(keyspace.heads()), HeadLines.field(origin))).toList());
        } catch (CacheException unheard) {
            // Nothing is lost: the others notice that the beat stands still, some seconds later.
        }
    }
}
