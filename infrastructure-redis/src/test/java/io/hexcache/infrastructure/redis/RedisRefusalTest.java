package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.time.BlockingWaiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** A server that answers and takes no changes is of no use as a cache, which somebody has to be told. */
@RealRedis
@Timeout(30)
class RedisRefusalTest {

    private static final CacheKey KEY = CacheKey.parse("a:b:v0");

    private final Logger logger = (Logger) LoggerFactory.getLogger(RedisAdapters.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final AtomicLong skipped = new AtomicLong();

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

    private RedisAdapters connect(RedisProcess redis) {
        return RedisAdapters.connect(Redises.patient(redis), () -> System.nanoTime() + skipped.get(),
                new BlockingWaiter());
    }

    private List<String> lines() {
        return log.list.stream().map(event -> event.getLevel() + " " + event.getFormattedMessage()).toList();
    }

    private static void assertPingRefused(CacheStore store, RedisProcess redis, String... words) {
        assertThatThrownBy(store::ping).isInstanceOf(CacheWriteException.class).hasMessageContaining(
                "127.0.0.1:" + redis.port()).hasMessageContainingAll(words);
    }

    private static void fillMemory(RedisProcess redis) {
        redis.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
        redis.command("CONFIG", "SET", "maxmemory", "1");
    }

    private static void emptyMemory(RedisProcess redis) {
        redis.command("CONFIG", "SET", "maxmemory", "0");
    }

    @Test
    void ping_writesAKeyOfItsOwn_thatGoesByItself(RedisProcess redis) {
        try (RedisAdapters adapters = connect(redis)) {
            adapters.store().ping();

            assertThat((Long) redis.command("PTTL", "hexcache:probe")).isBetween(1L, 10_000L);
            assertThat(redis.command("DBSIZE")).isEqualTo(1L);
        }
    }

    @Test
    void ping_serverIsAReplica_saysSoAndTheWayOut(RedisProcess redis) {
        try (RedisAdapters adapters = connect(redis)) {
            redis.command("REPLICAOF", "127.0.0.1", Integer.toString(Redises.closedPort()));
            assertPingRefused(adapters.store(), redis, "READONLY", "name its primary");

            redis.command("REPLICAOF", "NO", "ONE");
            adapters.store().ping();
        }
    }

    @Test
    void ping_memoryIsFull_saysSoAndTheWayOut(RedisProcess redis) {
        try (RedisAdapters adapters = connect(redis)) {
            fillMemory(redis);
            assertPingRefused(adapters.store(), redis, "OOM", "maxmemory", "raise it");

            emptyMemory(redis);
            adapters.store().ping();
        }
    }

    @Test
    void ping_replicasAreMissing_saysSoAndTheWayOut(RedisProcess redis) {
        try (RedisAdapters adapters = connect(redis)) {
            redis.command("CONFIG", "SET", "min-replicas-to-write", "1");

            assertPingRefused(adapters.store(), redis, "NOREPLICAS", "min-replicas-to-write");
            assertThat(lines()).singleElement().asString().startsWith("WARN redis refuses changes: ");
        }
    }

    @Test
    void ping_serverCannotSave_saysSoAndTheWayOut(RedisProcess redis) throws IOException {
        String folder = ((List<?>) redis.command("CONFIG", "GET", "dir")).getLast().toString();
        try (RedisAdapters adapters = connect(redis)) {
            Files.createDirectory(Path.of(folder, "dump.rdb"));
            redis.command("CONFIG", "SET", "save", "3600 1");
            redis.command("BGSAVE");
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> redis.command("INFO", "persistence")
                    .toString().contains("rdb_last_bgsave_status:err"));

            assertPingRefused(adapters.store(), redis, "MISCONF", "see its log");
            assertThat(lines()).singleElement().asString().startsWith("WARN redis refuses changes: ");
        }
    }

    @Test
    void refusals_areLoggedOnceAtTheirBeginning_andOnceAtTheirEnd(RedisProcess redis) {
        try (RedisAdapters adapters = connect(redis)) {
            fillMemory(redis);
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> adapters.store().fetch(Fetch.of(KEY, Redises.token(1)))).isInstanceOf(
                        CacheReadException.class);
                // A full memory takes removals all the same.
                adapters.store().remove(Set.of(KEY));
            }
            assertThat(lines()).singleElement().asString().startsWith("WARN redis refuses changes: fetch a:b:v0")
                    .contains("OOM", "127.0.0.1:" + redis.port(), "raise it");

            emptyMemory(redis);
            skipped.addAndGet(Duration.ofSeconds(6).toNanos());
            for (int i = 0; i < 10; i++) {
                adapters.store().fetch(Fetch.of(KEY, Redises.token(i)));
                Redises.set(adapters.store(), KEY, new byte[1], Duration.ofMinutes(1));
                adapters.store().ping();
            }
            assertThat(lines()).hasSize(2).last().isEqualTo("INFO redis takes changes again");
        }
    }

    @Test
    void serverOnTheEdge_thatTakesSomeChangesAndRefusesOthers_getsOneLine(RedisProcess redis) {
        try (RedisAdapters adapters = connect(redis)) {
            for (int i = 0; i < 10; i++) {
                fillMemory(redis);
                assertThatThrownBy(adapters.store()::ping).isInstanceOf(CacheWriteException.class);
                emptyMemory(redis);
                adapters.store().ping();
            }
            assertThat(lines()).singleElement().asString().startsWith("WARN redis refuses changes: ");
        }
    }
}
