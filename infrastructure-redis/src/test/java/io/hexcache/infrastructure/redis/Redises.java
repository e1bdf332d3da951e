package io.hexcache.infrastructure.redis;

import io.hexcache.contract.server.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Adapters as the tests need them. */
final class Redises {

    private Redises() {}

    static RedisAdapters connect(RedisServer server) {
        return connect(patient(server));
    }

    /** For tests that are not about time: a busy machine is no reason to fail. */
    static RedisSettings patient(RedisServer server) {
        Duration patience = Duration.ofSeconds(5);
        return RedisSettings.of(server.uri()).withTimeouts(new RedisTimeouts(patience, patience, patience));
    }

    static RedisAdapters connect(RedisSettings settings) {
        return RedisAdapters.connect(settings, System::nanoTime, RandomGenerator.getDefault());
    }

    /** Adapters for a port where nothing listens. */
    static RedisAdapters unreachable() {
        return RedisAdapters.unconnected(RedisSettings.of("redis://127.0.0.1:" + closedPort()), System::nanoTime,
                RandomGenerator.getDefault());
    }

    static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
