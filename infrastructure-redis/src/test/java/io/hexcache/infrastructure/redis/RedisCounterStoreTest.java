package io.hexcache.infrastructure.redis;

import io.hexcache.contract.CounterStoreContract;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.port.CounterStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

@RealRedis
class RedisCounterStoreTest extends CounterStoreContract {

    private final RedisServer server;
    private final Deque<RedisAdapters> opened = new ArrayDeque<>();

    RedisCounterStoreTest(RedisServer server) {
        this.server = server;
    }

    @Override
    public CounterStore emptyCounters() {
        server.flush();
        return opened(Redises.connect(server)).counters();
    }

    @Override
    public Optional<CounterStore> unreachableCounters() {
        opened.add(Redises.unreachable());
        return Optional.of(opened.getLast().counters());
    }

    @Override
    public void letPass(Duration time) {
        // The server's clock is a real one.
    }

    /** They are closed after the test. */
    final RedisAdapters opened(RedisAdapters adapters) {
        opened.add(adapters);
        return adapters;
    }

    @AfterEach
    void closeAdapters() {
        opened.forEach(RedisAdapters::close);
    }
}
