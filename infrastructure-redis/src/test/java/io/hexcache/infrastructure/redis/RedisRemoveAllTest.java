package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Token;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealRedis
@Timeout(60)
class RedisRemoveAllTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final byte[] BYTES = {1};

    private final RedisServer redis;
    private final RedisAdapters adapters;
    private final CacheStore store;

    RedisRemoveAllTest(RedisServer redis) {
        this.redis = redis;
        this.adapters = Redises.connect(redis);
        this.store = adapters.store();
    }

    @BeforeEach
    void flush() {
        redis.flush();
    }

    @AfterEach
    void close() {
        adapters.close();
    }

    private static CacheKey key(String namespace, int number) {
        return new CacheKey(new Namespace(namespace), Integer.toString(number), 0);
    }

    @Test
    void manyKeys_whileOthersWrite_removesAndCountsExactlyTheMatches() throws InterruptedException {
        IntStream.range(0, 5_000).parallel().forEach(number -> Redises.set(store, key("hot", number), BYTES, LONG));
        IntStream.range(0, 15_000).parallel().forEach(number -> Redises.set(store, key("cold", number), BYTES, LONG));
        Map<String, Long> before = redis.commandCounts();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        Thread writer = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                Redises.set(store, key("new", written.incrementAndGet()), BYTES, LONG);
            }
        });

        long removed = store.removeAll(new KeySelection.Matching(KeyPattern.of("h?t:*")));

        stop.set(true);
        writer.join();
        assertThat(removed).isEqualTo(5_000);
        assertThat(written).hasPositiveValue();
        assertThat(redis.command("DBSIZE")).isEqualTo(15_000L + written.get());
        assertThat(store.get(key("hot", 7))).isEmpty();
        assertThat(store.get(key("cold", 7))).isPresent();
        Map<String, Long> after = redis.commandCounts();
        assertThat(after).doesNotContainKey("keys");
        assertThat(after.get("scan") - before.getOrDefault("scan", 0L)).isGreaterThan(40);
        assertThat(after.get("unlink") - before.getOrDefault("unlink", 0L)).isGreaterThanOrEqualTo(5_000);
    }

    @Test
    void leaseTakenBefore_cannotFillAfterwards() {
        CacheKey key = key("hot", 1);
        Token token = Redises.token(1);
        assertThat(store.fetch(Fetch.of(key, token))).isInstanceOf(Fetched.Leased.class);

        assertThat(store.removeAll(new KeySelection.StartingWith("ho"))).isZero();

        assertThat(store.fill(Redises.write(key, token, BYTES, LONG))).isFalse();
        assertThat(store.get(key)).isEmpty();
    }

    @Test
    void leasesTakenBefore_filledMeanwhile_leaveNothing() throws InterruptedException {
        IntStream.range(0, 20_000).parallel().forEach(number -> Redises.set(store, key("cold", number), BYTES, LONG));
        Token token = Redises.token(1);
        IntStream.range(0, 3_000).parallel().forEach(number -> store.fetch(Fetch.of(key("hot", number), token)));
        AtomicInteger filled = new AtomicInteger();
        Thread filler = Thread.ofVirtual().start(() -> IntStream.range(0, 3_000).filter(number -> store.fill(Redises
                .write(key("hot", number), token, BYTES, LONG))).forEach(number -> filled.incrementAndGet()));

        long removed = store.removeAll(new KeySelection.Within(new Namespace("hot")));

        filler.join();
        assertThat(redis.command("DBSIZE")).as("filled %d, removed %d", filled.get(), removed).isEqualTo(20_000L);
        assertThat(removed).isEqualTo(filled.get());
        assertThat(removed).as("fills that were in time for the race").isPositive();
    }

    @Test
    void foreignKeysUnderOurPrefix_areLeftAlone() {
        Redises.set(store, key("hot", 1), BYTES, LONG);
        redis.command("SET", "hexcache:{hot:no-version}", "x");
        redis.command("SET", "hexcache:{hot:1:v0}:other", "x");
        redis.command("SADD", "hexcache:{hot:2:v00}", "x");
        redis.command("SET", "hexcache2:{hot:3:v0}", "x");

        assertThat(store.removeAll(new KeySelection.Within(new Namespace("hot")))).isEqualTo(1);
        assertThat(redis.command("DBSIZE")).isEqualTo(4L);
    }

    @Test
    void siblingWhoseNameBeginsAlike_isLeftAlone() {
        Redises.set(store, key("user", 1), BYTES, LONG);
        Redises.set(store, key("user.profile", 1), BYTES, LONG);
        Redises.set(store, key("user2", 1), BYTES, LONG);
        Redises.set(store, key("user-a", 1), BYTES, LONG);

        assertThat(store.removeAll(new KeySelection.Within(new Namespace("user")))).isEqualTo(2);
        assertThat(redis.command("DBSIZE")).isEqualTo(2L);
    }
}
