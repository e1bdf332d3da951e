package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.time.Ticker;
import java.net.Socket;
import java.util.List;
import java.util.stream.Collectors;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/** Makes connections to a destination, and learns what stands at their end before anything else is asked of it. */
final class Dialer {

    /**
     * A connection and what stands at its end.
     *
     * @param socket closing it ends the connection at once
     * @param store the name of the store, see {@link StoreIdentity}
     * @param clock its clock
     */
    record Dialed(Connection connection, Socket socket, String store, StoreClock clock) {}

    private static final byte[][] SECTIONS = {Replies.argument("server"), Replies.argument("replication")};

    private final RedisUri uri;
    private final Connector connector;
    private final Destination destination;
    private final Ticker ticker;
    private final StoreIdentity identity;

    Dialer(RedisUri uri, Connector connector, Destination destination, Ticker ticker, StoreIdentity identity) {
        this.uri = uri;
        this.connector = connector;
        this.destination = destination;
        this.ticker = ticker;
        this.identity = identity;
    }

    /** Whether new connections lead to the store of this name too. */
    boolean leadsTo(String store) {
        return identity.isCurrent(store);
    }

    /** The name of the store that was met last, if one was met that has a name. */
    String knownStore() {
        return identity.known();
    }

    String node() {
        return uri.node();
    }

    /**
     * A new connection, its store made known to those who watch for another one; throws {@link
     * CacheConnectionException} by {@link Unreached} with the reason and the way out, in one line.
     */
    Dialed dial() {
        try {
            return found();
        } catch (CacheConnectionException useless) {
            throw Unreached.by(useless);
        }
    }

    private Dialed found() {
        RedisAddress address = destination.address();
        Dialed dialed;
        try {
            dialed = dial(address);
        } catch (CacheConnectionException useless) {
            destination.missed(address, useless);
            throw useless;
        }
        destination.reached();
        identity.met(dialed.store());
        return dialed;
    }

    private Dialed dial(RedisAddress address) {
        Connector.Connected connected = connector.connect(address, uri.credentials(), uri.database());
        try {
            return greeted(connected, address);
        } catch (CacheConnectionException noPrimary) {
            connected.close();
            throw noPrimary;
        } catch (RuntimeException refused) {
            connected.close();
            throw HandshakeFailure.translated(uri, address, refused);
        }
    }

    private Dialed greeted(Connector.Connected connected, RedisAddress address) {
        Connection connection = connected.connection();
        askForInfo(connection);
        connection.sendCommand(Command.TIME);
        List<Object> replies = connection.getMany(SECTIONS.length + 1);
        long now = ticker.read();
        if (replies.getLast() instanceof JedisDataException refused) {
            throw refused;
        }
        // A user that may not ask for INFO can use a server all the same, if it need not be told from a replica.
        String info = info(replies);
        if (destination.isForPrimary()) {
            StoreIdentity.requirePrimary(info, address);
        }
        return new Dialed(connection, connected.socket(), StoreIdentity.name(info), StoreClock.of(replies.getLast(),
                now));
    }

    /** What the server at the end of the connection says of itself now, as far as our user may ask. */
    static String info(Connection connection) {
        askForInfo(connection);
        return info(connection.getMany(SECTIONS.length));
    }

    private static void askForInfo(Connection connection) {
        for (byte[] section : SECTIONS) {
            connection.sendCommand(Command.INFO, section);
        }
    }

    private static String info(List<Object> replies) {
        return replies.stream().filter(byte[].class::isInstance).map(Replies::text).collect(Collectors.joining("\n"));
    }
}
