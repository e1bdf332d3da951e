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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Protocol.Command;

/**
 * The ports of the cache on one Redis, 6.2 or newer, standalone or watched by sentinels, over one pool of connections.
 * They follow the server through restarts, and the primary through failovers, by themselves. Closing this closes all of
 * them; calls under way then fail.
 */
public final class RedisAdapters implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RedisAdapters.class);

    private final LinePool pool;
    private final RedisNode node;
    private final int database;
    private final CacheStore store;
    private final StampRegister stampRegister;
    private final TagIndex tagIndex;
    private final CounterStore counters;
    private final InvalidationBus bus;
    private final Function<StreamSettings, InvalidationBus> streamBuses;
    private final List<InvalidationBus> opened = new CopyOnWriteArrayList<>();

    private RedisAdapters(RedisSettings settings, Ticker ticker, Waiter waiter) {
        StoreIdentity identity = new StoreIdentity();
        Connector connector = new Connector(settings);
        Dialer dialer = new Dialer(settings.uri(), connector, destination(settings, connector, ticker), ticker,
                identity);
        Keyspace keyspace = new Keyspace(settings.keyPrefix());
        this.pool = new LinePool(settings, dialer, ticker);
        this.node = new RedisNode(pool, new Failures(dialer.node()), new StateLog(LOGGER, "redis"),
                new RefusalLog(LOGGER, ticker), new PunctualCalls(settings.timeouts().command(), ticker, waiter));
        this.database = settings.uri().database();
        this.store = new RedisCacheStore(node, keyspace, identity);
        this.stampRegister = new RedisStampRegister(node, keyspace, RedisStampRegister.MAX_SUBJECTS);
        this.tagIndex = new RedisTagIndex(node, keyspace);
        this.counters = new RedisCounterStore(node, keyspace, RedisCounterStore.MAX_CHANGES);
        this.bus = new RedisInvalidationBus(node, dialer, keyspace);
        this.streamBuses = bounds -> new RedisStreamBus(node, dialer, keyspace, bounds);
        opened.add(bus);
    }

    static Destination destination(RedisSettings settings, Connector connector, Ticker ticker) {
        return switch (settings.uri().topology()) {
            case RedisTopology.Standalone(var server) -> new FixedDestination(server);
            case RedisTopology.Sentinel sentinel -> new SentinelDestination(new SentinelQuery(connector), sentinel,
                    settings.timeouts(), ticker);
        };
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
            adapters.node.probe();
            MemoryLimit.in(adapters.node.memory()).filter(MemoryLimit::evicts).ifPresent(limit -> LOGGER.warn(
                    "redis at {} may evict: its maxmemory is {} bytes, its maxmemory-policy {}. It can lose a tag while"
                            + " entries of the tag live; an invalidation by that tag misses these until their ttl"
                            + " ends. Set maxmemory-policy to noeviction",
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
        InvalidationBus made = streamBuses.apply(settings);
        opened.add(made);
        return made;
    }

    /**
     * What the server says of itself, asked now.
     *
     * @throws CacheReadException if our user may not ask
     */
    public ServerInfo info() {
        return ServerInfo.parse(Replies.text(node.call(Operation.read("info of", "redis"), Call.of(Command.INFO))),
                database);
    }

    /** Ends the subscriptions and closes all connections. */
    @Override
    public void close() {
        opened.forEach(InvalidationBus::close);
        pool.close();
    }
}
