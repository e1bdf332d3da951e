package io.hexcache.infrastructure.redis;

import io.hexcache.contract.StampRegisterContract;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.port.StampRegister;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

@RealRedis
class RedisStampRegisterTest extends StampRegisterContract {

    private final RedisServer server;
    private final Deque<RedisAdapters> opened = new ArrayDeque<>();

    RedisStampRegisterTest(RedisServer server) {
        this.server = server;
    }

    @Override
    public StampRegister emptyRegister() {
        return open(() -> Redises.connect(server)).stampRegister();
    }

    @Override
    public Optional<StampRegister> unreachableRegister() {
        opened.add(Redises.unreachable());
        return Optional.of(opened.getLast().stampRegister());
    }

    @Override
    public void loseEverything() {
        flush();
    }

    @Override
    public void letPass(Duration time) {
        // The server's clock is a real one.
    }

    @Override
    public long clockMicros() {
        List<?> time = (List<?>) server.command("TIME");
        return TimeUnit.SECONDS.toMicros(Long.parseLong(time.getFirst().toString())) + Long.parseLong(time.getLast()
                .toString());
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
