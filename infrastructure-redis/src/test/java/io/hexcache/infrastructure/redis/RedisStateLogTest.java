package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Fetch;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@RealRedis
@Timeout(30)
class RedisStateLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(RedisAdapters.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(log);
        log.start();
    }

    @AfterEach
    void restore() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private List<String> lines() {
        return log.list.stream().map(event -> event.getLevel() + " " + event.getFormattedMessage()).toList();
    }

    @Test
    void outage_isLoggedOnceAtItsBeginning_andOnceAtItsEnd(RedisProcess redis) {
        redis.requirePassword("secret");
        try (RedisAdapters adapters = Redises.connect(redis)) {
            redis.kill();
            for (int i = 0; i < 10; i++) {
                fail(adapters);
            }
            assertThat(lines()).singleElement().asString().startsWith("WARN redis is away: ").contains("127.0.0.1:"
                    + redis.port()).doesNotContain("secret");

            redis.restart();
            redis.requirePassword("secret");
            for (int i = 0; i < 10; i++) {
                adapters.store().ping();
            }
            assertThat(lines()).hasSize(2).last().isEqualTo("INFO redis is back");
        }
    }

    @Test
    void refusalsAndClosing_areNoOutage(RedisProcess redis) {
        RedisAdapters adapters = Redises.connect(redis);
        redis.command("CONFIG", "SET", "maxmemory", "1");
        redis.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
        fail(adapters);
        adapters.close();
        fail(adapters);

        assertThat(lines()).noneMatch(line -> line.contains("away"));
    }

    @Test
    void refusedConnect_isTheCallersToReport() {
        try {
            Redises.connect(RedisSettings.of("redis://127.0.0.1:" + Redises.closedPort())).close();
        } catch (CacheException expected) {
            assertThat(lines()).isEmpty();
            return;
        }
        throw new AssertionError("connected to nothing");
    }

    private static void fail(RedisAdapters adapters) {
        try {
            adapters.store().fetch(Fetch.of(CacheKey.parse("a:b:v0"), Redises.token(1)));
        } catch (CacheException expected) {
            return;
        }
        throw new AssertionError("nothing failed");
    }
}
