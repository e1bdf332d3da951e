package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;

/** Makes connections: authenticated, named, in the right database. */
final class Dialer {

    /** A connection and the socket that it reads from. */
    record Dialed(Connection connection, Socket socket) {}

    private final RedisSettings settings;

    Dialer(RedisSettings settings) {
        this.settings = settings;
    }

    String node() {
        return settings.uri().node();
    }

    /** A new connection; throws {@link CacheConnectionException} with the reason and the way out, in one line. */
    Dialed dial() {
        Socket socket = connect();
        try {
            return new Dialed(new Connection(() -> socket, config()), socket);
        } catch (RuntimeException refused) {
            closeQuietly(socket);
            throw HandshakeFailure.translated(settings.uri(), refused);
        }
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
