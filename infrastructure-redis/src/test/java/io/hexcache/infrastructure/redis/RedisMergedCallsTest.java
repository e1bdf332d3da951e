package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many callers on few connections of a real server. */
@RealRedis
class RedisMergedCallsTest {

    private static final int CALLERS = 2_000;
    private static final Duration LONG = Duration.ofMinutes(1);

    private static CacheKey key(int number) {
        return CacheKey.parse("merged:" + number + ":v0");
    }

    private static byte[] value(int number) {
        return key(number).render().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void thousandsOfCallers_readAndStore_inFarFewerRoundTrips_eachItsOwn(RedisProcess redis) throws Exception {
        try (RedisAdapters adapters = Redises.connect(Redises.patient(redis));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CacheStore store = adapters.store();
            CountDownLatch begin = new CountDownLatch(1);
            List<Future<?>> calls = IntStream.range(0, CALLERS).<Future<?>>mapToObj(number -> threads.submit(() -> {
                begin.await();
                assertThat(store.fetch(Fetch.of(key(number), Redises.token(number)))).isInstanceOf(
                        Fetched.Leased.class);
                assertThat(store.fill(Redises.write(key(number), Redises.token(number), value(number), LONG))).isTrue();
                assertThat(store.get(key(number)).orElseThrow().bytes()).isEqualTo(value(number));
                if (number % 2 == 0) {
                    assertThat(store.remove(Set.of(key(number)))).isEqualTo(1);
                    assertThat(store.get(key(number))).isEmpty();
                }
                return number;
            })).toList();
            begin.countDown();
            for (Future<?> call : calls) {
                call.get(60, TimeUnit.SECONDS);
            }

            long reads = redis.commandCounts().getOrDefault("get", 0L);
            long shared = redis.commandCounts().getOrDefault("mget", 0L);
            assertThat(shared).as("reads of several keys at once").isBetween(1L, CALLERS / 4L);
            assertThat(reads).as("reads of one key, those in scripts included").isPositive();
            assertThat(store.getAll(IntStream.range(0, CALLERS).mapToObj(RedisMergedCallsTest::key).toList()).stream()
                    .filter(java.util.Optional::isPresent)).hasSize(CALLERS / 2);
        }
    }

    @Test
    void serverThatDies_failsEveryCallUnderWay_withWhatIsKnownOfIt(RedisProcess redis) throws Exception {
        try (RedisAdapters adapters = Redises.connect(RedisSettings.of(redis.uri()));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CacheStore store = adapters.store();
            Redises.set(store, key(1), value(1), LONG);
            List<Future<CacheException>> calls = IntStream.range(0, 200).mapToObj(number -> threads.submit(() -> {
                while (true) {
                    try {
                        store.get(key(1));
                        store.remove(Set.of(key(number + 2)));
                    } catch (CacheException failed) {
                        return failed;
                    }
                }
            })).toList();
            redis.kill();

            for (Future<CacheException> call : calls) {
                assertThat(call.get(20, TimeUnit.SECONDS)).isInstanceOfAny(CacheConnectionException.class,
                        CacheTimeoutException.class, CacheOverloadException.class);
            }
        }
    }
}
