package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.time.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A set that has failed never takes effect later. */
@RealRedis
@Timeout(30)
class RedisPunctualSetTest {

    private static final CacheKey KEY = CacheKey.parse("punctual:1:v0");
    private static final Duration LONG = Duration.ofMinutes(1);

    private static void set(CacheStore store) {
        Redises.set(store, KEY, new byte[1], LONG);
    }

    private static long scripts(RedisProcess redis) {
        return redis.commandCounts().getOrDefault("evalsha", 0L);
    }

    @Test
    void serverHangs_executesItLate_andRefuses(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(RedisSettings.of(redis.uri()))) {
            set(adapters.store());
            redis.command("FLUSHDB");
            long before = scripts(redis);
            redis.pause();
            assertThatExceptionOfType(CacheTimeoutException.class).isThrownBy(() -> set(adapters.store()))
                    .withMessageContainingAll("set punctual:1:v0", "never will");
            redis.resume();

            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> scripts(redis) > before);
            assertThat(adapters.store().get(KEY)).isEmpty();
            assertThat(redis.command("DBSIZE")).isEqualTo(0L);
            set(adapters.store());
            assertThat(adapters.store().get(KEY)).isPresent();
        }
    }

    @Test
    void connectionBreaksEarly_isReportedOnlyWhenTheServerWouldRefuse(RedisServer redis) {
        Duration limit = Duration.ofMinutes(1);
        AtomicLong ticks = new AtomicLong();
        Waiter waiter = (done, atMost) -> {
            if (ticks.getAndAdd(atMost.toNanos() / 2 + 1) == 0) {
                Thread.currentThread().interrupt();
                throw new CacheTimeoutException("interrupted");
            }
            return false;
        };
        RedisSettings settings = Redises.patient(redis);
        try (Line line = new Line(Redises.dialer(settings, ticks::get, new StoreIdentity()).dial(), ticks::get,
                limit)) {
            redis.command("CLIENT", "KILL", "TYPE", "normal");

            assertThatExceptionOfType(JedisConnectionException.class).isThrownBy(() -> new PunctualCalls(limit,
                    ticks::get, waiter).exchange(line, List.of(last -> Call.of(Protocol.Command.PING))));
            assertThat(ticks.get()).as("whatever happens meanwhile").isGreaterThan(limit.toNanos());
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void nothingListens_isReportedAtOnce() {
        try (RedisAdapters adapters = Redises.unreachable()) {
            long began = System.nanoTime();
            assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> set(adapters.store()));

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void interrupted_isNotReportedEarlier_andTheCallerStaysInterrupted(RedisProcess redis) throws Exception {
        Duration limit = Duration.ofSeconds(1);
        RedisSettings settings = RedisSettings.of(redis.uri()).withTimeouts(new RedisTimeouts(limit, limit, limit));
        try (RedisAdapters adapters = Redises.connect(settings)) {
            set(adapters.store());
            redis.pause();
            long began = System.nanoTime();
            Thread caller = Thread.ofVirtual().unstarted(() -> {
                assertThat(catchThrowable(() -> set(adapters.store()))).isInstanceOf(CacheException.class);
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(limit);
            });
            Throwable[] wrong = new Throwable[1];
            caller.setUncaughtExceptionHandler((thread, failed) -> wrong[0] = failed);
            caller.start();
            Awaitility.await().until(() -> caller.getState() != Thread.State.RUNNABLE || !caller.isAlive());
            caller.interrupt();
            caller.join();

            assertThat(wrong[0]).isNull();
        }
    }

    @Test
    void clockOfTheServer_isWithinTheRoundTripOfIt() {
        StoreClock clock = new StoreClock(5_000_000, 1_000);

        assertThat(clock.microsAt(1_000)).isEqualTo(5_000_000);
        assertThat(clock.microsAt(2_999)).as("rounded down").isEqualTo(5_000_001);
        assertThat(clock.microsAt(999)).isEqualTo(4_999_999);
        assertThat(clock.isOlderThan(Duration.ofNanos(10), 1_010)).isFalse();
        assertThat(clock.isOlderThan(Duration.ofNanos(10), 1_011)).isTrue();
    }
}
