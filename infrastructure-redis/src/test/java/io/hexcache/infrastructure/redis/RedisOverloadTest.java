package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RealRedis
@Timeout(60)
class RedisOverloadTest {

    private static final int KEYS = 100;
    private static final int CALLERS = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(1);

    private static CacheKey key(int number) {
        return CacheKey.parse("overload:" + number % KEYS + ":v0");
    }

    private static byte[] value(int number) {
        return key(number).render().repeat(1 + number % KEYS).getBytes(StandardCharsets.UTF_8);
    }

    private static void storeAll(CacheStore store) {
        IntStream.range(0, KEYS).forEach(number -> Redises.set(store, key(number), value(number), LONG));
    }

    @Test
    void thousandsOfThreads_getTheirOwnValue_orAnOverloadError(RedisServer redis) throws Exception {
        AtomicInteger answered = new AtomicInteger();
        RedisTimeouts timeouts = new RedisTimeouts(PATIENCE, PATIENCE, Duration.ofMillis(50));
        RedisSettings settings = RedisSettings.of(redis.uri()).withPool(new RedisPool(10, 0)).withTimeouts(timeouts);
        try (RedisAdapters adapters = Redises.connect(settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            storeAll(adapters.store());
            List<Future<Boolean>> calls = IntStream.range(0, CALLERS).mapToObj(number -> threads.submit(() -> {
                try {
                    assertThat(adapters.store().get(key(number)).orElseThrow().bytes()).isEqualTo(value(number));
                    answered.incrementAndGet();
                    return true;
                } catch (CacheOverloadException turnedAway) {
                    assertThat(turnedAway).hasMessageContainingAll("nothing was sent", "50 ms", "all 10");
                    return false;
                }
            })).toList();

            for (Future<Boolean> call : calls) {
                call.get();
            }
            assertThat(redis.command("CLIENT", "LIST").toString().lines().filter(line -> line.contains(
                    "name=hexcache "))).hasSizeLessThanOrEqualTo(10);
        }
        assertThat(answered).hasPositiveValue();
    }

    @Test
    void allConnectionsHang_callersAreTurnedAwayInTime_andTheServerSeesNothing(RedisProcess redis) throws Exception {
        RedisSettings settings = RedisSettings.of(redis.uri()).withPool(new RedisPool(10, 0));
        try (RedisAdapters adapters = Redises.connect(settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            redis.pause();
            List<Future<CacheException>> calls = IntStream.range(0, 1_000).mapToObj(number -> threads.submit(
                    () -> failure(() -> adapters.store().get(key(number))))).toList();

            int turnedAway = 0;
            for (Future<CacheException> call : calls) {
                turnedAway += call.get() instanceof CacheOverloadException ? 1 : 0;
            }
            redis.resume();

            assertThat(turnedAway).isGreaterThan(900);
            assertThat(redis.commandCounts().getOrDefault("get", 0L)).isLessThanOrEqualTo(1_000 - turnedAway);
        }
    }

    @Test
    void serverHangs_callersThatShareRoundTripsAreTurnedAwayInTime(RedisProcess redis) throws Exception {
        try (RedisAdapters adapters = Redises.connect(RedisSettings.of(redis.uri()));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            redis.pause();
            List<Future<CacheException>> calls = IntStream.range(0, 1_000).mapToObj(number -> threads.submit(
                    () -> failure(() -> adapters.store().get(key(number))))).toList();

            for (Future<CacheException> call : calls) {
                assertThat(call.get(10, TimeUnit.SECONDS)).isInstanceOfAny(CacheOverloadException.class,
                        CacheTimeoutException.class, CacheConnectionException.class);
            }
            redis.resume();
            Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(adapters.store().get(
                    key(1))).isEmpty());
        }
    }

    private static CacheException failure(Runnable call) {
        try {
            call.run();
            throw new AssertionError("a paused server answered");
        } catch (CacheException expected) {
            return expected;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_000})
    void interruptedCallers_neverMixUpReplies(int waiting, RedisServer redis) throws Exception {
        ConcurrentLinkedQueue<Throwable> wrong = new ConcurrentLinkedQueue<>();
        AtomicInteger cut = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        try (RedisAdapters adapters = Redises.connect(Redises.patient(redis).withPool(new RedisPool(20, waiting)))) {
            storeAll(adapters.store());
            for (int round = 0; round < 50; round++) {
                List<Thread> callers = IntStream.range(0, 20).mapToObj(number -> Thread.ofVirtual().start(() -> {
                    for (int i = number; i < number + 20; i++) {
                        try {
                            assertThat(adapters.store().get(key(i)).orElseThrow().bytes()).isEqualTo(value(i));
                            answered.incrementAndGet();
                        } catch (CacheException interrupted) {
                            if (Thread.interrupted() && interrupted.getMessage().contains("nterrupt")) {
                                cut.incrementAndGet();
                            } else {
                                wrong.add(interrupted);
                            }
                        } catch (Throwable mixedUp) {
                            wrong.add(mixedUp);
                        }
                    }
                })).toList();
                callers.stream().filter(caller -> caller.threadId() % 2 == 0).forEach(Thread::interrupt);
                for (Thread caller : callers) {
                    caller.join();
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cut).hasPositiveValue();
        assertThat(answered).hasPositiveValue();
    }

    @Test
    void interruptedBeforehand_sendsNothing_andTheCallerStaysInterrupted(RedisServer redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            long before = redis.commandsExecuted();
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(CacheOverloadException.class).isThrownBy(() -> adapters.store().get(key(1)))
                    .withMessageContaining("interrupted before anything was sent");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(redis.commandsExecuted()).isEqualTo(before);
        }
    }
}
