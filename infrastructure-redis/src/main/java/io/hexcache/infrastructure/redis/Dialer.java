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
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

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
            throw handshakeFailed(refused);
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

    private CacheConnectionException handshakeFailed(RuntimeException failure) {
        String reply = Failures.rootMessage(failure);
        String reason = switch (failure) {
            case JedisDataException _ when reply.startsWith("WRONGPASS") || reply.contains("AUTH <password>") ->
                    "it refuses user or password; correct them in the address";
            case JedisDataException _ when reply.startsWith("NOAUTH") ->
                    "it asks for a password; write redis://user:password@host:port";
            case JedisDataException _ when reply.contains("DB index") -> "it has no database %d; choose a smaller one"
                    .formatted(settings.uri().database());
            case JedisDataException _ -> "it says: " + reply;
            case JedisConnectionException _ when Failures.isTimeout(failure) ->
                    "it takes connections but does not answer; it hangs, or is not a Redis";
            case JedisConnectionException _ -> "the connection broke (%s); it stopped, or is not a Redis".formatted(
                    reply);
            case JedisException _ -> "it says: " + reply;
            default -> "it does not speak the protocol of Redis 6.2 or newer";
        };
        return new CacheConnectionException("cannot use redis at %s: %s".formatted(node(), reason), failure);
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
