package io.hexcache.infrastructure.redis;

import io.hexcache.contract.TagIndexContract;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.port.TagIndex;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

@RealRedis
class RedisTagIndexTest extends TagIndexContract {

    private final RedisServer server;
    private final Deque<RedisAdapters> opened = new ArrayDeque<>();

    RedisTagIndexTest(RedisServer server) {
        this.server = server;
    }

    @Override
    public TagIndex emptyIndex() {
        server.flush();
        opened.add(Redises.connect(server));
        return opened.getLast().tagIndex();
    }

    @Override
    public Optional<TagIndex> unreachableIndex() {
        opened.add(Redises.unreachable());
        return Optional.of(opened.getLast().tagIndex());
    }

    @Override
    public void letPass(Duration time) {
        // The server's clock is a real one.
    }

    @AfterEach
    void closeAdapters() {
        opened.forEach(RedisAdapters::close);
    }
}
