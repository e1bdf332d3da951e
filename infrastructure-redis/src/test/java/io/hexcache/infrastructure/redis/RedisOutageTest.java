package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.time.BlockingWaiter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

@RealRedis
@Timeout(30)
class RedisOutageTest {

    private static final CacheKey KEY = CacheKey.parse("outage:1:v0");
    private static final Token TOKEN = Redises.token(1);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final byte[] BYTES = {1, 2, 3};

    private final AtomicLong skipped = new AtomicLong();
    private RedisAdapters adapters = Redises.unreachable();

    private CacheStore store(RedisProcess redis) {
        return store(Redises.patient(redis));
    }

    private CacheStore store(RedisSettings settings) {
        adapters.close();
        adapters = RedisAdapters.connect(settings, () -> System.nanoTime() + skipped.get(),
                new BlockingWaiter());
        return adapters.store();
    }

    @AfterEach
    void close() {
        adapters.close();
    }

    @Test
    void killed_callsFailAtOnce_andWorkAgainAfterTheRestart(RedisProcess redis) {
        CacheStore store = store(redis);
        Redises.set(store, KEY, BYTES, LONG);
        redis.kill();

        for (int i = 0; i < 10; i++) {
            assertQuick(Duration.ofSeconds(1), () -> assertThatExceptionOfType(CacheConnectionException.class)
                    .isThrownBy(() -> store.get(KEY)).withMessageContaining("127.0.0.1:" + redis.port()));
        }
        redis.restart();

        assertThat(store.fetch(Fetch.of(KEY, TOKEN))).isInstanceOf(Fetched.Leased.class);
        assertThat(store.fill(Redises.write(KEY, TOKEN, BYTES, LONG))).as("scripts are sent anew").isTrue();
        assertThat(store.get(KEY)).isPresent();
    }

    @Test
    void killedAndRestarted_whileNobodyCalled_isNotNoticed(RedisProcess redis) {
        CacheStore store = store(redis);
        openSeveralConnections(store);
        redis.restart();
        skipped.addAndGet(Duration.ofSeconds(1).toNanos());

        Redises.set(store, KEY, BYTES, LONG);

        assertThat(store.get(KEY)).isPresent();
    }

    @Test
    void killedAndRestarted_betweenCalls_costsOneFailureAtMost(RedisProcess redis) {
        CacheStore store = store(redis);
        openSeveralConnections(store);
        redis.restart();
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> store.get(KEY));

        for (int i = 0; i < 20; i++) {
            assertThat(store.get(KEY)).isEmpty();
        }
    }

    private static void openSeveralConnections(CacheStore store) {
        IntStream.range(0, 200).parallel().forEach(i -> store.get(KEY));
    }

    @Test
    void scriptFlush_isNotNoticed(RedisProcess redis) {
        CacheStore store = store(redis);
        Set<CacheKey> keys = Set.of(KEY, CacheKey.parse("outage:2:v0"), CacheKey.parse("outage:3:v0"));
        keys.forEach(key -> Redises.set(store, key, BYTES, LONG));
        redis.command("SCRIPT", "FLUSH");

        assertThat(store.remove(keys)).isEqualTo(3);
        assertThat(redis.commandCounts()).containsKey("eval");
        long evals = redis.commandCounts().get("eval");
        store.remove(keys);
        assertThat(redis.commandCounts()).containsEntry("eval", evals);
    }

    @Test
    void paused_callsTimeOut_andTheirLateRepliesReachNobody(RedisProcess redis) {
        CacheStore store = store(RedisSettings.of(redis.uri()));
        CacheKey other = CacheKey.parse("outage:2:v0");
        Redises.set(store, KEY, BYTES, LONG);
        Redises.set(store, other, new byte[]{9}, LONG);
        redis.pause();

        assertQuick(Duration.ofMillis(1_500), () -> assertThatExceptionOfType(CacheTimeoutException.class).isThrownBy(
                () -> store.get(KEY)).withMessageContaining("get outage:1:v0").withMessageContaining("in time"));
        redis.resume();

        assertThat(store.get(other).orElseThrow().bytes()).containsExactly(9);
        assertThat(store.get(KEY).orElseThrow().bytes()).isEqualTo(BYTES);
    }

    @Test
    void paused_largeValue_timesOutToo(RedisProcess redis) {
        CacheStore store = store(RedisSettings.of(redis.uri()));
        redis.pause();

        // More than the buffers of both sides take, so that writing it blocks.
        assertQuick(Duration.ofSeconds(2), () -> assertThatExceptionOfType(CacheTimeoutException.class).isThrownBy(
                () -> store.fill(Redises.write(KEY, TOKEN, new byte[64 << 20], LONG))).withMessageContaining(
                        "may still take effect"));
    }

    @Test
    void memoryIsFull_writesAreRefusedByName_andRemovalsWork(RedisProcess redis) {
        CacheStore store = store(redis);
        Redises.set(store, KEY, BYTES, LONG);
        redis.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
        redis.command("CONFIG", "SET", "maxmemory", "1");

        assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> Redises.set(store, KEY, BYTES, LONG))
                .withMessageContainingAll("set outage:1:v0", "OOM", "maxmemory", "noeviction")
                .withMessageNotContaining("allkeys");
        assertThat(store.get(KEY)).isPresent();
        assertThat(store.remove(Set.of(KEY))).isEqualTo(1);
        assertThatExceptionOfType(CacheReadException.class).isThrownBy(() -> store.fetch(Fetch.of(KEY, TOKEN)))
                .withMessageContainingAll("fetch outage:1:v0", "OOM");
    }

    @Test
    void replica_refusesWritesByName_andAnswersReads(RedisProcess redis) {
        CacheStore store = store(redis);
        Redises.set(store, KEY, BYTES, LONG);
        redis.command("REPLICAOF", "127.0.0.1", Integer.toString(Redises.closedPort()));

        assertThat(store.get(KEY)).isPresent();
        assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> store.remove(Set.of(KEY)))
                .withMessageContainingAll("remove outage:1:v0", "READONLY", "primary");
        assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> store.removeAll(new KeySelection.Within(
                new Namespace("outage")))).withMessageContainingAll("namespace outage", "READONLY");
    }

    @Test
    void foreignType_isAReadError(RedisProcess redis) {
        CacheStore store = store(redis);
        redis.command("LPUSH", "hexcache:{outage:1:v0}", "a");

        assertThatExceptionOfType(CacheReadException.class).isThrownBy(() -> store.get(KEY)).withMessageContainingAll(
                "get outage:1:v0", "WRONGTYPE", "prefix");
    }

    @Test
    void passwordIsChanged_callsSaySo(RedisProcess redis) {
        CacheStore store = store(redis);
        redis.requirePassword("secret");
        redis.command("CLIENT", "KILL", "TYPE", "normal");
        skipped.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> store.get(KEY))
                .withMessageContaining("asks for a password");
    }

    @Test
    void closed_callsFail(RedisProcess redis) {
        CacheStore store = store(redis);
        adapters.close();

        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> store.get(KEY))
                .withMessageContaining("closed");
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !redis.command("CLIENT", "LIST").toString()
                .contains("name=hexcache"));
    }

    private static void assertQuick(Duration limit, Executable call) {
        Assertions.assertTimeoutPreemptively(limit, call);
    }
}
