package io.hexcache.infrastructure.redis;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The heads of a bus on Redis, whatever carries its messages: see {@link BusScripts}. */
final class RedisHeads implements AutoCloseable {

    private static final byte[] SILENCE_MICROS = Replies.argument(TimeUnit.SECONDS.toMicros(60));

    /** One bus serves one node, or a few in tests; who comes later leaves without a word. */
    private static final int MOST_GOODBYES = 16;

    private final RedisNodes nodes;
    private final Keyspace keyspace;
    private final Set<Origin> origins = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    RedisHeads(RedisNodes nodes, Keyspace keyspace) {
        this.nodes = nodes;
        this.keyspace = keyspace;
    }

    /** Announces by this call; answers the sequence of the message. */
    long raise(Operation operation, Origin origin, Call announcement) {
        return Replies.number(call(operation, origin, announcement));
    }

    Heads exchange(Origin origin, Beat own) {
        return HeadLines.heads(Replies.list(call(Operation.change("exchange", "heads"), origin, Call.of(
                BusScripts.EXCHANGE, List.of(keyspace.heads()), HeadLines.field(origin), Replies.argument(own.told()),
                Replies.argument(own.count()), SILENCE_MICROS))));
    }

    private Object call(Operation operation, Origin origin, Call call) {
        if (closed.get()) {
            throw new CacheConnectionException(operation + ": the bus of this node is closed");
        }
        if (origins.size() < MOST_GOODBYES) {
            origins.add(origin);
        }
        return nodes.call(operation, call);
    }

    /** Says goodbye, as far as it is heard. */
    @Override
    public void close() {
        if (closed.getAndSet(true) || origins.isEmpty()) {
            return;
        }
        try {
            nodes.calls(Operation.change("say goodbye on", "the bus"), origins.stream().map(origin -> Call.of(
                    BusScripts.LEAVE, List.of(keyspace.heads()), HeadLines.field(origin))).toList());
        } catch (CacheException unheard) {
            // Nothing is lost: the others notice that the beat stands still, some seconds later.
        }
    }
}
