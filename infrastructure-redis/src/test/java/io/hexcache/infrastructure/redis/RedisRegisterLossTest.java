package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.key.Subject;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A register that has lost stamps, in whichever way a Redis can, begins anew above them. */
@RealRedis
@Timeout(30)
class RedisRegisterLossTest {

    private static final Subject RED = Subject.of(new Tag("red"));
    private static final Subject GREEN = Subject.of(new Tag("green"));
    private static final Subject BLUE = Subject.of(new Tag("blue"));

    private static void assertBeganAnew(Stamps answer, long known) {
        assertThat(answer.floor()).isGreaterThan(known);
        assertThat(answer.last()).isEqualTo(answer.floor());
        assertThat(answer.subjects()).isEmpty();
    }

    @Test
    void flushed_beginsAnewAboveWhatTheCallerKnows(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            StampRegister register = adapters.stampRegister();
            long known = register.stamp(Set.of(RED), 0).last() + 1_000_000_000;
            redis.command("FLUSHALL");

            assertBeganAnew(register.read(0, known), known);
            assertThat(register.stamp(Set.of(RED), known).last()).isGreaterThan(known + 1);
        }
    }

    @Test
    void flushed_nobodyKnowsAnything_beginsAnewAboveAllByTheClock(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            StampRegister register = adapters.stampRegister();
            long given = register.stamp(Set.of(RED), 0).last();
            redis.command("FLUSHALL");

            assertBeganAnew(register.read(0, 0), given);
        }
    }

    @Test
    void restartedFromAnOlderCopy_beginsAnewAboveWhatTheCallerKnows(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            StampRegister register = adapters.stampRegister();
            register.stamp(Set.of(RED), 0);
            redis.save();
            long known = register.stamp(Set.of(BLUE), 0).last();
            redis.kill();
            redis.restart();

            Stamps answer = Awaitility.await().ignoreExceptionsInstanceOf(CacheException.class).until(
                    () -> register.read(0, known), stamps -> true);
            assertBeganAnew(answer, known);
            assertThat(register.read(0, answer.last()).floor()).as("once").isEqualTo(answer.floor());
        }
    }

    @Test
    void oneOfItsKeysEvicted_beginsAnew(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            StampRegister register = adapters.stampRegister();
            for (String key : Set.of("hexcache:stamps:{register}", "hexcache:state:{register}")) {
                long given = register.stamp(Set.of(RED), 0).last();
                redis.command("DEL", key);

                assertBeganAnew(register.read(0, 0), given);
            }
        }
    }

    @Test
    void full_forgetsTheOldest_andRaisesTheFloorToThem(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            LinePool pool = pool(redis);
            StampRegister small = new RedisStampRegister(node(redis, pool), new Keyspace("hexcache"), 2);
            long first = small.stamp(Set.of(RED), 0).last();
            long second = small.stamp(Set.of(BLUE), 0).last();
            assertThat(small.read(0, 0).subjects()).isEqualTo(Map.of(RED, first, BLUE, second));

            Stamps third = small.stamp(Set.of(Subject.EVERYTHING, GREEN), 0);

            assertThat(third.floor()).isEqualTo(second);
            long last = third.last();
            assertThat(adapters.stampRegister().read(0, last)).isEqualTo(new Stamps(last, second, Map.of(GREEN, last,
                    Subject.EVERYTHING, last)));
            pool.close();
        }
    }

    private static LinePool pool(RedisProcess redis) {
        return new LinePool(Redises.patient(redis), Redises.dialer(Redises.patient(redis), System::nanoTime,
                new StoreIdentity()), System::nanoTime);
    }

    private static RedisNode node(RedisProcess redis, LinePool pool) {
        return Redises.node(Redises.patient(redis), pool);
    }

    @Test
    void manySubjectsAtOnce_getOneStamp(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            Set<Subject> many = IntStream.range(0, 20_000).mapToObj(i -> Subject.of(new Tag("t" + i))).collect(
                    Collectors.toSet());
            Stamps given = adapters.stampRegister().stamp(many, 0);

            assertThat(given.subjects()).hasSize(20_000).containsValue(given.last());
            assertThat(adapters.stampRegister().read(given.last() - 1, 0)).isEqualTo(given);
            assertThat(adapters.stampRegister().read(given.last(), 0).subjects()).isEmpty();
        }
    }

    @Test
    void toldOfAStampThatNoRegisterGives_isRefused(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            assertThatExceptionOfType(CacheWriteException.class)
                    .isThrownBy(() -> adapters.stampRegister().read(0, 1L << 53))
                    .withMessageContainingAll("9007199254740992", "2^53");
        }
    }

    @Test
    void memoryIsFull_stampsAndAnnouncesAllTheSame(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            long first = adapters.stampRegister().stamp(Set.of(RED), 0).last();
            redis.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
            redis.command("CONFIG", "SET", "maxmemory", "1");

            assertThat(adapters.stampRegister().stamp(Set.of(BLUE), 0).last()).isGreaterThan(first);
            assertThat(Redises.announce(adapters, "while-full")).isEqualTo(1);
            redis.command("FLUSHALL");
            assertThat(adapters.stampRegister().stamp(Set.of(BLUE), 0).floor()).isGreaterThan(first);
        }
    }

    @Test
    void clockOfTheServer_isTheStamp(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            adapters.stampRegister().stamp(Set.of(RED), 0);
            redis.command("HSET", "hexcache:state:{register}", "last", "5", "floor", "4");
            long stamp = adapters.stampRegister().stamp(Set.of(RED), 0).last();

            long seconds = Long.parseLong(((List<?>) redis.command("TIME")).getFirst().toString());
            assertThat(stamp / 1_000_000).isBetween(seconds - 10, seconds);
        }
    }
}
