package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.LeaseToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees in Redis. */
@RealRedis
class RedisLayoutTest {

    private static final CacheKey KEY = CacheKey.parse("user:{7}:v1");
    private static final String ENTRY = "layout:{user:%7B7%7D:v1}";
    private static final Tag TAG = new Tag("team:red");
    private static final Duration LONG = Duration.ofMinutes(5);

    private final RedisServer redis;
    private final RedisAdapters adapters;
    private final CacheStore store;

    RedisLayoutTest(RedisServer redis) {
        this.redis = redis;
        this.adapters = Redises.connect(Redises.patient(redis).withKeyPrefix("layout"));
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

    @Test
    void entry_isTheBytes_withTheirTtl() {
        store.set(KEY, "bytes".getBytes(StandardCharsets.UTF_8), LONG);

        assertThat(redis.command("GET", ENTRY)).isEqualTo("bytes");
        assertThat((Long) redis.command("PTTL", ENTRY)).isBetween(LONG.toMillis() - 10_000, LONG.toMillis());
        assertThat(redis.command("DBSIZE")).isEqualTo(1L);
    }

    @Test
    void guard_isTheToken_withTheLifeOfTheLease() {
        store.fetch(KEY, new LeaseToken("my-token"));

        assertThat(redis.command("GET", ENTRY + ":g")).isEqualTo("my-token");
        assertThat((Long) redis.command("PTTL", ENTRY + ":g")).isBetween(5_000L, CacheStore.LEASE.toMillis());
        assertThat(redis.command("DBSIZE")).isEqualTo(1L);
    }

    @Test
    void tag_isASortedSet_thatLivesAsLongAsItsLongestMember() {
        adapters.tagIndex().add(Set.of(TAG), KEY, LONG);
        adapters.tagIndex().add(Set.of(TAG), CacheKey.parse("user:8:v1"), Duration.ofSeconds(1));

        assertThat(redis.command("ZRANGE", "layout:tag:{team:red}", "0", "-1")).isEqualTo(List.of("user:8:v1",
                "user:{7}:v1"));
        assertThat((Long) redis.command("PTTL", "layout:tag:{team:red}")).isBetween(LONG.toMillis() - 10_000, LONG
                .toMillis() + 10);
    }

    @Test
    void tag_expiredMembers_goWhenItIsUsed_andTheSetGoesByItself() {
        adapters.tagIndex().add(Set.of(TAG), CacheKey.parse("user:8:v1"), Duration.ofMillis(20));
        adapters.tagIndex().add(Set.of(TAG), KEY, LONG);
        assertThat(redis.command("ZCARD", "layout:tag:{team:red}")).isEqualTo(2L);

        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> adapters.tagIndex().size(TAG) == 1);
        assertThat(redis.command("ZCARD", "layout:tag:{team:red}")).isEqualTo(1L);

        adapters.tagIndex().add(Set.of(new Tag("brief")), KEY, Duration.ofMillis(20));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> redis.command("EXISTS", "layout:tag:{brief}")
                .equals(0L));
    }

    @Test
    void hit_takesPlainCommandsOnly() {
        store.set(KEY, new byte[1], LONG);
        Map<String, Long> before = redis.commandCounts();
        for (int i = 0; i < 10; i++) {
            store.get(KEY);
            store.fetch(KEY, new LeaseToken("t"));
        }

        Map<String, Long> after = redis.commandCounts();
        assertThat(after.get("get") - before.getOrDefault("get", 0L)).isEqualTo(20);
        assertThat(after.getOrDefault("evalsha", 0L)).isEqualTo(before.getOrDefault("evalsha", 0L));
    }

    @Test
    void entryWithoutTtl_isNotOurs_andIsReplaced() {
        redis.command("SET", ENTRY, "for ever");

        assertThat(store.get(KEY)).isEmpty();
        store.fetch(KEY, new LeaseToken("t"));
        assertThat(store.fill(KEY, new LeaseToken("t"), new byte[1], LONG)).isTrue();
        assertThat(store.get(KEY)).isPresent();
    }
}
