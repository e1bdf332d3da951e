package io.hexcache.infrastructure.redis;

import io.hexcache.contract.CacheStoreContract;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

@RealRedis
class RedisCacheStoreTest extends CacheStoreContract {

    private final RedisServer server;
    private final Deque<RedisAdapters> opened = new ArrayDeque<>();

    RedisCacheStoreTest(RedisServer server) {
        this.server = server;
    }

    @Override
    public CacheStore emptyStore() {
        return open(() -> Redises.connect(server)).store();
    }

    @Override
    public Optional<CacheStore> unreachableStore() {
        opened.add(Redises.unreachable());
        return Optional.of(opened.getLast().store());
    }

    @Override
    public void letPass(Duration time) {
        // The server's clock is a real one.
    }

    @Override
    public void letGuardExpire(CacheKey key) {
        onKey(new Keyspace("hexcache").guard(key), "PEXPIRE", "1");
    }

    @Override
    public void letTokenEnd(CacheKey key) {
        Keyspace keyspace = new Keyspace("hexcache");
        for (byte[] name : List.of(keyspace.entry(key), keyspace.guard(key))) {
            long left = (Long) onKey(name, "PTTL") - CacheStore.TOKEN_LIFE.toMillis();
            onKey(name, "PEXPIRE", "" + Math.max(1, left));
        }
    }

    private Object onKey(byte[] name, String command, String... arguments) {
        String key = new String(name, StandardCharsets.UTF_8);
        return serverOf(key).command(command, Stream.concat(Stream.of(key), Stream.of(arguments)).toArray(
                String[]::new));
    }

    /** Where this key of Redis lives. */
    RedisServer serverOf(String key) {
        return server;
    }

    /** Takes everything away. */
    void flush() {
        server.flush();
    }

    /** For a test on other connections, too. */
    final RedisAdapters open(Supplier<RedisAdapters> made) {
        flush();
        opened.add(made.get());
        return opened.getLast();
    }

    @AfterEach
    void closeAdapters() {
        opened.forEach(RedisAdapters::close);
    }
}
