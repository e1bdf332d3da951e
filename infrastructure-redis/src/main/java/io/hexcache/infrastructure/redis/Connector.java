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

/** Opens connections: encrypted, authenticated and named, as the settings say. */
final class Connector {

    /**
     * A connection.
     *
     * @param socket closing it ends the connection at once, whatever is being read or written
     */
    record Connected(Connection connection, Socket socket) {

        void close() {
            closeQuietly(socket);
        }
    }

    private final RedisUri uri;
    private final RedisTimeouts timeouts;
    private final String clientName;
    private final Encryption encryption;

    Connector(RedisSettings settings) {
        this.uri = settings.uri();
        this.timeouts = settings.timeouts();
        this.clientName = settings.clientName();
        this.encryption = Encryption.of(uri.tls());
    }

    /** Throws {@link CacheConnectionException} with the reason and the way out, in one line. */
    Connected connect(RedisAddress address, RedisCredentials credentials, int database) {
        Socket socket = reach(address);
        try {
            Socket secured = encryption.over(socket, address);
            return new Connected(new Connection(() -> secured, config(credentials, database)), socket);
        } catch (IOException refused) {
            closeQuietly(socket);
            throw TlsFailure.translated(address, refused);
        } catch (RuntimeException refused) {
            closeQuietly(socket);
            throw HandshakeFailure.translated(uri, address, refused);
        }
    }

    private Socket reach(RedisAddress server) {
        IOException last = new IOException("the host has no address");
        try {
            for (InetAddress address : InetAddress.getAllByName(server.host())) {
                Socket socket = new Socket();
                try {
                    socket.setTcpNoDelay(true);
                    socket.setSoTimeout(millis(timeouts.command()));
                    socket.connect(new InetSocketAddress(address, server.port()), millis(timeouts.connect()));
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
                .formatted(server, Failures.rootMessage(last)), last);
    }

    private DefaultJedisClientConfig config(RedisCredentials credentials, int database) {
        // RESP2 has all that is used here: strings, numbers and arrays.
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder().resp2().database(database)
                .socketTimeoutMillis(millis(timeouts.command())).clientName(clientName)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        if (!credentials.password().isEmpty()) {
            config.password(credentials.password());
        }
        if (!credentials.user().isEmpty()) {
            config.user(credentials.user());
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
