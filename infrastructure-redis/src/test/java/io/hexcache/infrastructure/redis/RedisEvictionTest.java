package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A server that may evict can lose a tag while its entries live, which its operator should know. */
@RealRedis
@Timeout(20)
class RedisEvictionTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(RedisAdapters.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setAdditive(false);
        logger.addAppender(log);
        log.start();
    }

    @AfterEach
    void restore() {
        logger.detachAppender(log);
        logger.setAdditive(true);
    }

    private static void limit(RedisProcess redis, String bytes, String policy) {
        redis.command("CONFIG", "SET", "maxmemory-policy", policy);
        redis.command("CONFIG", "SET", "maxmemory", bytes);
    }

    private List<String> linesOfConnecting(String uri) {
        try (RedisAdapters adapters = Redises.connect(RedisSettings.of(uri))) {
            adapters.store().ping();
        }
        return log.list.stream().map(event -> event.getLevel() + " " + event.getFormattedMessage()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lfu", "volatile-ttl"})
    void connect_serverMayEvict_warnsOnceWhatCanBeLost(String policy, RedisProcess redis) {
        limit(redis, "100mb", policy);

        assertThat(linesOfConnecting(redis.uri())).singleElement().asString().startsWith("WARN").contains(
                "127.0.0.1:" + redis.port(), policy, "104857600", "tag", "ttl", "noeviction");
    }

    @Test
    void connect_serverNeverEvicts_saysNothing(RedisProcess redis) {
        limit(redis, "100mb", "noeviction");
        assertThat(linesOfConnecting(redis.uri())).isEmpty();

        limit(redis, "0", "allkeys-lfu");
        assertThat(linesOfConnecting(redis.uri())).isEmpty();
    }

    @Test
    void connect_userMayNotAsk_saysNothingAndConnects(RedisProcess redis) {
        limit(redis, "100mb", "allkeys-lfu");
        redis.command("ACL", "SETUSER", "me", "on", ">secret", "~*", "&*", "+@all", "-info", "-config");

        assertThat(linesOfConnecting("redis://me:secret@127.0.0.1:" + redis.port())).isEmpty();
    }
}
