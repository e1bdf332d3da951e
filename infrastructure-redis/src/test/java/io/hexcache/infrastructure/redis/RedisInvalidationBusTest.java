package io.hexcache.infrastructure.redis;

import io.hexcache.contract.InvalidationBusContract;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.port.InvalidationBus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

@RealRedis
class RedisInvalidationBusTest extends InvalidationBusContract {

    private final RedisServer server;
    private final Deque<RedisAdapters> opened = new ArrayDeque<>();

    RedisInvalidationBusTest(RedisServer server) {
        this.server = server;
    }

    @Override
    public InvalidationBus newNode() {
        opened.add(Redises.connect(server));
        return opened.getLast().bus();
    }

    @Override
    public Optional<InvalidationBus> unreachableBus() {
        opened.add(Redises.unreachable());
        return Optional.of(opened.getLast().bus());
    }

    @AfterEach
    void closeAdapters() {
        opened.forEach(RedisAdapters::close);
    }
}
