package io.hexcache.infrastructure.redis;

import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.domain.time.BlockingWaiter;
import io.hexcache.domain.time.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adapters as the tests need them. */
final class Redises {

    private Redises() {}

    static RedisAdapters connect(RedisServer server) {
        return connect(patient(server));
    }

    /** For tests that are not about time: a busy machine is no reason to fail. */
    static RedisSettings patient(RedisServer server) {
        return patient(server.uri());
    }

    static RedisSettings patient(String uri) {
        Duration patience = Duration.ofSeconds(5);
        return RedisSettings.of(uri).withTimeouts(new RedisTimeouts(patience, patience, patience));
    }

    static RedisAdapters connect(RedisSettings settings) {
        return RedisAdapters.connect(settings, System::nanoTime, new BlockingWaiter());
    }

    /** Adapters for a port where nothing listens. */
    static RedisAdapters unreachable() {
        return RedisAdapters.unconnected(RedisSettings.of("redis://127.0.0.1:" + closedPort()), System::nanoTime,
                new BlockingWaiter());
    }

    /** The same token for the same number. */
    static Token token(int number) {
        return new Token("%032x".formatted(number));
    }

    static Write write(CacheKey key, Token token, byte[] bytes, Duration life) {
        return new Write(key, token, bytes, life, 0);
    }

    /** Stores, whatever is there. */
    static void set(CacheStore store, CacheKey key, byte[] bytes, Duration life) {
        store.set(write(key, token(0), bytes, life), new SetCondition.Always());
    }

    /** Announces a change of one key, as the same origin each time. */
    static long announce(RedisAdapters adapters, String identifier) {
        return announce(adapters.bus(), identifier);
    }

    /** As above, on this bus. */
    static long announce(InvalidationBus bus, String identifier) {
        return bus.announce(new Origin("announcer", 1), 0, Change.of(KeySelection.Keys.of(new CacheKey(
                new Namespace("bus"), identifier, 0))));
    }

    /** What stands between the adapters and these connections. */
    static RedisNode node(RedisSettings settings, LinePool pool) {
        Logger logger = LoggerFactory.getLogger(Redises.class);
        return new RedisNode(pool, new Failures(settings.uri().node()), new StateLog(logger, "redis"), new RefusalLog(
                logger, System::nanoTime),
                new PunctualCalls(settings.timeouts().command(), System::nanoTime,
                        new BlockingWaiter()));
    }

    /** Dials the one server of these settings. */
    static Dialer dialer(RedisSettings settings, Ticker ticker, StoreIdentity identity) {
        RedisAddress server = ((RedisTopology.Standalone) settings.uri().topology()).server();
        return new Dialer(settings.uri(), new Connector(settings), new FixedDestination(server), ticker, identity);
    }

    /** Repeats it until it works. */
    static void awaitWorking(Runnable call) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10))
                .pollInSameThread().ignoreExceptions().until(() -> {
                    call.run();
                    return true;
                });
    }

    static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
