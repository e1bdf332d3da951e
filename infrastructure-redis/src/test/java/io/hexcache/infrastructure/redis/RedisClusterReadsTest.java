package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisCluster;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers of a cluster share round trips to each server; what moves is in {@link RedisClusterReadsProof}. */
@RealRedis
@Timeout(90)
class RedisClusterReadsTest {

    private static final int CALLERS = 2_000;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final CacheKey KEY = key(0);
    private static final String NAME = "hexcache:{" + KEY.render() + "}";

    private final RedisCluster cluster;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RedisAdapters adapters;
    private final CacheStore store;

    RedisClusterReadsTest(RedisCluster shared) {
        this.cluster = shared;
        this.adapters = Redises.connect(Redises.patient(shared.uri()));
        this.store = adapters.store();
    }

    @BeforeEach
    void storeAll() {
        IntStream.range(0, 50).forEach(i -> Redises.set(store, key(i), value(i), LONG));
    }

    @AfterEach
    void close() {
        adapters.close();
        threads.shutdownNow();
    }

    private static CacheKey key(int number) {
        return CacheKey.parse("reads:" + number + ":v0");
    }

    private static byte[] value(int number) {
        return key(number).render().getBytes(StandardCharsets.UTF_8);
    }

    private long executed(String command) {
        return cluster.servers().stream().mapToLong(server -> server.commandCounts().getOrDefault(command, 0L)).sum();
    }

    @Test
    void thousandsOfCallers_shareRoundTripsToEachServer_eachReadsItsOwn() throws Exception {
        long trips = executed("time");
        long reads = executed("get");
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<?>> calls = IntStream.range(0, CALLERS).<Future<?>>mapToObj(number -> threads.submit(() -> {
            begin.await();
            assertThat(store.get(key(number % 50)).orElseThrow().bytes()).isEqualTo(value(number % 50));
            return number;
        })).toList();
        begin.countDown();
        for (Future<?> call : calls) {
            call.get(60, TimeUnit.SECONDS);
        }

        assertThat(executed("get") - reads).isEqualTo(CALLERS);
        assertThat(executed("time") - trips).as("one for each go").isBetween(3L, CALLERS / 4L);
        assertThat(executed("mget")).isZero();
    }

    /** What {@code MIGRATE} leaves behind: the life that is left, beside its end by another clock. */
    private void letEndBeByAnotherClock(Duration ahead) {
        cluster.primaryOf(cluster.slot(NAME)).command("EVAL", """
                local time = redis.call('TIME')
                local ends = time[1] * 1000 + redis.call('PTTL', KEYS[1]) + ARGV[1]
                return redis.call('SETRANGE', KEYS[1], 41, struct.pack('>I8', ends))
                """, "1", NAME, Long.toString(ahead.toMillis()));
    }

    @Test
    void entryCameFromAServerWhoseClockIsAhead_livesNoLonger() {
        letEndBeByAnotherClock(Duration.ofHours(1));

        assertThat(store.get(KEY).orElseThrow().remainingLife()).isLessThanOrEqualTo(LONG);
        assertThat(store.fetchAll(List.of(Fetch.of(KEY, Redises.token(1)))).getFirst()).isInstanceOfSatisfying(
                Fetched.Found.class, found -> assertThat(found.entry().remainingLife()).isLessThanOrEqualTo(LONG));
    }

    @Test
    void entryCameFromAServerWhoseClockIsBehind_isFoundAllTheSame() {
        letEndBeByAnotherClock(Duration.ofHours(-1));

        assertThat(store.fetch(Fetch.of(KEY, Redises.token(1)))).isInstanceOfSatisfying(Fetched.Found.class,
                found -> assertThat(found.entry().remainingLife()).isBetween(Duration.ofMillis(1), LONG));
    }
}
