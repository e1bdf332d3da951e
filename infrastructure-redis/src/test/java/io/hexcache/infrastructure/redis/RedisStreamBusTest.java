package io.hexcache.infrastructure.redis;

import io.hexcache.contract.InvalidationBusContract;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.InvalidationBus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@RealRedis
class RedisStreamBusTest extends InvalidationBusContract {

    private static final String HEADS = "hexcache:heads:{register}";

    private final RedisServer server;
    private final Deque<RedisAdapters> opened = new ArrayDeque<>();

    RedisStreamBusTest(RedisServer server) {
        this.server = server;
    }

    @BeforeEach
    void flush() {
        server.flush();
    }

    @Override
    public InvalidationBus newNode() {
        return opened(Redises.connect(server)).streamBus(StreamSettings.defaults());
    }

    @Override
    public Optional<InvalidationBus> unreachableBus() {
        opened.add(Redises.unreachable());
        return Optional.of(opened.getLast().streamBus(StreamSettings.defaults()));
    }

    @Override
    public void letBeSilent(Origin origin) {
        String field = origin.node() + ":" + origin.incarnation();
        String line = (String) server.command("HGET", HEADS, field);
        int heard = line.lastIndexOf(' ') + 1;
        long earlier = Long.parseLong(line.substring(heard)) - TimeUnit.SECONDS.toMicros(60);
        server.command("HSET", HEADS, field, line.substring(0, heard) + earlier);
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
