package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.time.Ticker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/** Makes connections: authenticated, named, in the right database. */
final class Dialer {

    /**
     * A connection and what stands at its end.
     *
     * @param socket what the connection reads from
     * @param store the name of the store, see {@link StoreIdentity}
     * @param clock its clock
     */
    record Dialed(Connection connection, Socket socket, String store, StoreClock clock) {}

    private static final byte[][] SECTIONS = {Replies.argument("server"), Replies.argument("replication")};

    private final RedisSettings settings;
    private final Ticker ticker;
    private final StoreIdentity identity;

    Dialer(RedisSettings settings, Ticker ticker, StoreIdentity identity) {
        this.settings = settings;
        this.ticker = ticker;
        this.identity = identity;
    }

    /** Whether new connections lead to the store of this name too. */
    boolean leadsTo(String store) {
        return identity.isCurrent(store);
    }

    String node() {
        return settings.uri().node();
    }

    /**
     * A new connection, its store made known to those who watch for another one; throws {@link
     * CacheConnectionException} with the reason and the way out, in one line.
     */
    Dialed dial() {
        Socket socket = connect();
        Dialed dialed;
        try {
            dialed = greeted(new Connection(() -> socket, config()), socket);
        } catch (RuntimeException refused) {
            closeQuietly(socket);
            throw HandshakeFailure.translated(settings.uri(), refused);
        }
        identity.met(dialed.store());
        return dialed;
    }

    private Dialed greeted(Connection connection, Socket socket) {
        for (byte[] section : SECTIONS) {
            connection.sendCommand(Command.INFO, section);
        }
        connection.sendCommand(Command.TIME);
        List<Object> replies = connection.getMany(SECTIONS.length + 1);
        long now = ticker.read();
        if (replies.getLast() instanceof JedisDataException refused) {
            throw refused;
        }
        // A user that may not ask for INFO can use the server all the same.
        String info = replies.stream().filter(byte[].class::isInstance).map(Replies::text).collect(Collectors.joining(
                "\n"));
        return new Dialed(connection, socket, StoreIdentity.name(info), StoreClock.of(replies.getLast(), now));
    }

    private Socket connect() {
        IOException last = new IOException("the host has no address");
        try {
            for (InetAddress address : InetAddress.getAllByName(settings.uri().host())) {
                Socket socket = new Socket();
                try {
                    socket.setTcpNoDelay(true);
                    socket.setSoTimeout(millis(settings.timeouts().command()));
                    socket.connect(new InetSocketAddress(address, settings.uri().port()), millis(settings.timeouts()
                            .connect()));
                    return socket;
                } catch (IOException unreachable) {
                    closeQuietly(socket);
                    last = unreachable;
                }
            }
        } catch (IOException unknownHost) {
            last = unknownHost;
        }
        throw new CacheConnectionException("cannot reach redis at %s: %s; start it there or correct the address"
                .formatted(node(), Failures.rootMessage(last)), last);
    }

    private DefaultJedisClientConfig config() {
        RedisUri uri = settings.uri();
        // RESP2 has all that is used here: strings, numbers and arrays.
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder().resp2().database(uri.database())
                .socketTimeoutMillis(millis(settings.timeouts().command())).clientName(settings.clientName())
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        if (!uri.password().isEmpty()) {
            config.password(uri.password());
        }
        if (!uri.user().isEmpty()) {
            config.user(uri.user());
        }
        return config.build();
    }

    private static int millis(Duration timeout) {
        return (int) timeout.toMillis();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed all the same.
        }
    }
}
