package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.counter.ClearStamps;
import io.hexcache.domain.counter.Counter;
import io.hexcache.domain.counter.Counters;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterChange;
import io.hexcache.domain.port.CounterStore;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A change of a counter is made once, whatever becomes of its answer, or not at all. */
@RealRedis
@Timeout(30)
class RedisCounterOutageTest {

    private static long scripts(RedisProcess redis) {
        return redis.commandCounts().getOrDefault("evalsha", 0L);
    }

    private static Counter visits(CounterStore store) {
        return new Counters(store, ClearStamps.NONE, new SplittableRandom(1)).of("shop", "visits");
    }

    /** Goes on when a change has timed out, and has the server execute it before the caller knows. */
    private record LateServer(CounterStore store, RedisProcess redis, AtomicInteger lost) implements CounterStore {

        @Override
        public long add(CounterKey key, CounterChange change) {
            try {
                return store.add(key, change);
            } catch (CacheTimeoutException late) {
                redis.resume();
                lost.incrementAndGet();
                Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> store.get(key, CounterAge.ANY)
                        .isPresent());
                throw late;
            }
        }

        @Override
        public OptionalLong get(CounterKey key, CounterAge age) {
            return store.get(key, age);
        }

        @Override
        public boolean remove(CounterKey key, CounterAge age) {
            return store.remove(key, age);
        }
    }

    @Test
    void answerIsLost_repeated_isCountedOnce(RedisProcess redis) {
        AtomicInteger lost = new AtomicInteger();
        try (RedisAdapters adapters = Redises.connect(RedisSettings.of(redis.uri()))) {
            Counter visits = visits(new LateServer(adapters.counters(), redis, lost));
            visits.increment();
            visits.remove();
            long before = scripts(redis);
            redis.pause();

            assertThat(visits.increment(5)).isEqualTo(5);

            assertThat(lost).as("answers that were lost").hasValue(1);
            assertThat(scripts(redis) - before).as("changes that the server executed").isGreaterThanOrEqualTo(2);
            assertThat(visits.value()).hasValue(5);
            assertThat(visits.increment()).isEqualTo(6);
        }
    }

    @Test
    void serverRestartsFromACopy_theCounterAndItsOutcomesAreOfOneMoment(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            visits(adapters.counters()).increment();
            redis.save();
            redis.kill();
            redis.restart();

            assertThat(visits(adapters.counters()).increment()).as("the same operation").isEqualTo(1);
            assertThat(visits(adapters.counters()).value()).hasValue(1);
        }
    }

    @Test
    void memoryIsFull_changesAreRefusedWhole_andRemovalsWork(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            Counter visits = visits(adapters.counters());
            visits.increment();
            long keys = (Long) redis.command("DBSIZE");
            redis.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
            redis.command("CONFIG", "SET", "maxmemory", "1");

            assertThatExceptionOfType(CacheWriteException.class).isThrownBy(visits::increment)
                    .withMessageContainingAll("OOM", "maxmemory");
            assertThat(visits.value()).hasValue(1);
            assertThat(redis.command("DBSIZE")).isEqualTo(keys);
            assertThat(visits.remove()).isTrue();
            assertThatExceptionOfType(CacheWriteException.class).isThrownBy(visits::increment);
            assertThat(visits.value()).isEmpty();
        }
    }
}
