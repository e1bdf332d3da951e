package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterChange;
import io.hexcache.domain.port.CounterStore;
import io.hexcache.domain.port.OperationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a counter leaves in Redis, for how long, and how much of it. */
@RealRedis
class RedisCounterMemoryTest {

    private static final CounterKey KEY = new CounterKey(new Namespace("shop"), "visits {a}");
    private static final String COUNTER = "counted:{#count:shop:visits %7Ba%7D}";
    private static final String OUTCOMES = COUNTER + ":o";
    private static final String BEFORE = COUNTER + ":p";
    private static final int MOST = 3;

    private final RedisServer redis;
    private final RedisSettings settings;
    private final LinePool pool;
    private final CounterStore counters;

    RedisCounterMemoryTest(RedisServer redis) {
        this.redis = redis;
        this.settings = Redises.patient(redis).withKeyPrefix("counted");
        this.pool = new LinePool(settings, Redises.dialer(settings, System::nanoTime, new StoreIdentity()),
                System::nanoTime);
        this.counters = new RedisCounterStore(Redises.node(settings, pool), new Keyspace("counted"), MOST);
    }

    @BeforeEach
    void flush() {
        redis.flush();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private long add(int operation) {
        return counters.add(KEY, new CounterChange(1, new OperationId("%032x".formatted(operation)), Optional.empty(),
                new CounterAge(0, 7)));
    }

    /** As if the latest outcomes had been taken from so much earlier on. */
    private void letOutcomesAge(Duration time) {
        long began = Long.parseLong((String) redis.command("HGET", OUTCOMES, "began"));
        redis.command("HSET", OUTCOMES, "began", Long.toString(began - time.toMillis()));
    }

    @Test
    void counter_isItsValueAndStamp_besideItsOutcomes() {
        add(1);
        add(2);

        assertThat(redis.command("HGETALL", COUNTER)).isEqualTo(List.of("value", "2", "stamp", "7"));
        assertThat(redis.command("PTTL", COUNTER)).isEqualTo(-1L);
        assertThat(redis.command("HGET", OUTCOMES, "%032x".formatted(2))).isEqualTo("2");
        assertThat((Long) redis.command("PTTL", OUTCOMES)).isBetween(60_000L, 120_000L);
        assertThat(redis.command("DBSIZE")).isEqualTo(2L);
    }

    @Test
    void outcome_isKnownInTheMinuteAfterItsOwn_andForgottenThen() {
        add(1);
        letOutcomesAge(CounterStore.MEMORY);
        assertThat(add(2)).isEqualTo(2);

        assertThat(add(1)).as("remembered").isEqualTo(1);
        assertThat(redis.command("EXISTS", BEFORE)).isEqualTo(1L);
        assertThat((Long) redis.command("PTTL", BEFORE)).isBetween(1L, 120_000L);

        letOutcomesAge(CounterStore.MEMORY);
        assertThat(add(3)).isEqualTo(3);
        assertThat(redis.command("HEXISTS", BEFORE, "%032x".formatted(1))).isEqualTo(0L);
        assertThat(add(2)).as("remembered").isEqualTo(2);
        assertThat(redis.command("HGET", COUNTER, "value")).isEqualTo("3");
    }

    @Test
    void moreChangesThanTheBound_areRefusedForTheRestOfTheMinute_andRepetitionsAnswered() {
        for (int i = 1; i <= MOST; i++) {
            add(i);
        }

        assertThatExceptionOfType(CacheOverloadException.class).isThrownBy(() -> add(4))
                .withMessageContainingAll(KEY.render(), "3 changes", "within a minute");
        assertThat(add(1)).isEqualTo(1);
        assertThat(redis.command("HGET", COUNTER, "value")).isEqualTo("3");

        letOutcomesAge(CounterStore.MEMORY);
        assertThat(add(4)).isEqualTo(4);
    }

    @Test
    void clockGoesBack_theMinuteBeginsAnew_andNothingIsForgotten() {
        add(1);
        letOutcomesAge(Duration.ofHours(-1));

        assertThat(add(2)).isEqualTo(2);
        assertThat(add(1)).isEqualTo(1);
        letOutcomesAge(CounterStore.MEMORY);
        assertThat(add(3)).isEqualTo(3);
        assertThat(redis.command("HEXISTS", BEFORE, "%032x".formatted(1))).isEqualTo(1L);
    }

    @Test
    void invalidations_neverFindACounter() {
        add(1);
        try (RedisAdapters adapters = Redises.connect(settings)) {
            assertThat(adapters.store().removeAll(new KeySelection.Within(new Namespace("shop")))).isZero();
            assertThat(adapters.store().removeAll(new KeySelection.StartingWith("#count:"))).isZero();
            adapters.store().remove(Set.of(CacheKey.parse("shop:visits {a}:v0")));
        }

        assertThat(counters.get(KEY, CounterAge.ANY)).hasValue(1);
    }

    @Test
    void foreignContent_isNamed_andLeftAlone() {
        redis.command("HSET", COUNTER, "value", "many", "stamp", "7");
        assertThatExceptionOfType(CacheReadException.class).isThrownBy(() -> counters.get(KEY, CounterAge.ANY))
                .withMessageContainingAll(KEY.render(), "prefix");
        assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> add(1)).withMessageContaining("integer");
        redis.command("DEL", COUNTER);
        redis.command("SET", COUNTER, "text");
        assertThatExceptionOfType(CacheReadException.class).isThrownBy(() -> counters.get(KEY, CounterAge.ANY))
                .withMessageContainingAll(KEY.render(), "WRONGTYPE", "prefix");
        assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> add(1))
                .withMessageContainingAll(KEY.render(), "WRONGTYPE");

        assertThat(redis.command("GET", COUNTER)).isEqualTo("text");
        assertThat(redis.command("EXISTS", OUTCOMES)).isEqualTo(0L);
    }
}
