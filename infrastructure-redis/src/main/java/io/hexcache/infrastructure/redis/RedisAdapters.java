package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.CounterStore;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.time.Ticker;
import io.hexcache.domain.time.Waiter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Protocol.Command;

/**
 * The ports of the cache on Redis, 6.2 or newer: one server, one that sentinels watch, or a cluster, over one pool of
 * connections to each. They follow servers through restarts, primaries through failovers and slots through moves, by
 * themselves. Closing this closes all of them; calls under way then fail.
 */
public final class RedisAdapters implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RedisAdapters.class);

    private final RedisNodes nodes;
    private final Supplier<StreamRoute> streams;
    private final int database;
    private final Keyspace keyspace;
    private final CacheStore store;
    private final StampRegister stampRegister;
    private final TagIndex tagIndex;
    private final CounterStore counters;
    private final InvalidationBus bus;
    private final List<InvalidationBus> opened = new CopyOnWriteArrayList<>();

    private RedisAdapters(RedisSettings settings, Ticker ticker, Waiter waiter) {
        StoreWatchers watchers = new StoreWatchers();
        this.keyspace = new Keyspace(settings.keyPrefix());
        Servers servers = Servers.of(new NodeMaker(settings, new Connector(settings), ticker, waiter), watchers,
                keyspace);
        this.nodes = servers.nodes();
        this.streams = servers.stream();
        this.database = settings.uri().database();
        this.store = new RedisCacheStore(nodes, keyspace, watchers);
        this.stampRegister = new RedisStampRegister(nodes, keyspace, RedisStampRegister.MAX_SUBJECTS);
        this.tagIndex = new RedisTagIndex(nodes, keyspace);
        this.counters = new RedisCounterStore(nodes, keyspace, RedisCounterStore.MAX_CHANGES);
        this.bus = new RedisInvalidationBus(nodes, servers.channel(), keyspace);
        opened.add(bus);
    }

    /**
     * Connects, and asks the server for a sign of life. Warns in the log if the server may evict, which can take tags
     * from under their entries.
     *
     * @param ticker measures deadlines
     * @param waiter lets a call wait that may report its failure only when it can no longer take effect
     * @throws CacheConnectionException in one line: what is wrong with the server or the address, and the way out
     */
    public static RedisAdapters connect(RedisSettings settings, Ticker ticker, Waiter waiter) {
        RedisAdapters adapters = unconnected(settings, ticker, waiter);
        if (settings.uri().tls() instanceof RedisTls.Unverified) {
            LOGGER.warn("redis at {} is not verified: whoever answers there is trusted with all values and the"
                    + " password. Leave verify=none away and name the authority of its certificate in redis.tls.ca",
                    settings.uri().node());
        }
        try {
            adapters.nodes.probe();
            adapters.nodes.memory().stream().map(MemoryLimit::in).flatMap(Optional::stream).filter(MemoryLimit::evicts)
                    .findFirst().ifPresent(limit -> LOGGER.warn(
                            "redis at {} may evict: its maxmemory is {} bytes, its maxmemory-policy {}."
                                    + " It can lose a tag while entries of the tag live; an invalidation by that tag"
                                    + " misses these until their ttl ends. Set maxmemory-policy to noeviction",
                            settings.uri().node(), limit.maxBytes(),
                            limit.policy()));
            return adapters;
        } catch (CacheReadException | CacheTimeoutException unusable) {
            adapters.close();
            throw new CacheConnectionException("cannot use redis: " + unusable.getMessage(), unusable);
        } catch (RuntimeException unreachable) {
            adapters.close();
            throw unreachable;
        }
    }

    /** Ports that connect when they are first used. */
    static RedisAdapters unconnected(RedisSettings settings, Ticker ticker, Waiter waiter) {
        return new RedisAdapters(settings, ticker, waiter);
    }

    /** The second tier. */
    public CacheStore store() {
        return store;
    }

    /** When which tag and namespace was last invalidated. */
    public StampRegister stampRegister() {
        return stampRegister;
    }

    /** Which keys carry which tag. */
    public TagIndex tagIndex() {
        return tagIndex;
    }

    /** Counters that all nodes share. It takes 100,000 changes of one counter in a minute. */
    public CounterStore counters() {
        return counters;
    }

    /**
     * The bus on Pub/Sub, to all nodes with the same server and key prefix. It keeps nothing on the server; a node that
     * was cut off drops its copies.
     */
    public InvalidationBus bus() {
        return bus;
    }

    /**
     * A bus on a stream, to all nodes with the same server, database and key prefix that use one. A node that was cut
     * off catches up, as far back as the stream reaches. Closed with these adapters.
     */
    public InvalidationBus streamBus(StreamSettings settings) {
        InvalidationBus made = new RedisStreamBus(nodes, streams.get(), keyspace, settings);
        opened.add(made);
        return made;
    }

    /**
     * What the server says of itself, asked now; in a cluster, one of its primaries.
     *
     * @throws CacheReadException if our user may not ask
     */
    public ServerInfo info() {
        return ServerInfo.parse(Replies.text(nodes.call(Operation.read("info of", "redis"), Call.of(Command.INFO))),
                database);
    }

    /** Ends the subscriptions and closes all connections. */
    @Override
    public void close() {
        opened.forEach(InvalidationBus::close);
        nodes.close();
    }
}
