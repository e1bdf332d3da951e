package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Subject;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
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

    private static Token token(int number) {
        return Redises.token(number);
    }

    private static Write write(Token token, long version) {
        return new Write(KEY, token, "bytes".getBytes(StandardCharsets.UTF_8), LONG, version);
    }

    @Test
    void entry_isIdVersionMarkAndBytes_withTheirLife() {
        store.set(write(token(7), 0x4142434445464748L), new SetCondition.Always());

        assertEntry("O");
        assertThat((Long) redis.command("PTTL", ENTRY)).isBetween(LONG.toMillis() - 10_000, LONG.toMillis());
        assertThat(redis.command("DBSIZE")).isEqualTo(1L);
    }

    @Test
    void entry_duringAWrite_isMarkedAndLivesNoLongerThanAToken() {
        store.set(write(token(7), 0x4142434445464748L), new SetCondition.Always());
        store.begin(Set.of(KEY), token(8));

        assertEntry("C");
        assertThat((Long) redis.command("PTTL", ENTRY)).isBetween(1L, CacheStore.TOKEN_LIFE.toMillis());
        assertThat(store.get(KEY).orElseThrow().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("bytes");
    }

    /** With the end of its life, which Redis knows too. */
    private void assertEntry(String mark) {
        assertThat(redis.command("GETRANGE", ENTRY, "0", "40")).isEqualTo(token(7).text() + "ABCDEFGH" + mark);
        assertThat(redis.command("GETRANGE", ENTRY, "49", "-1")).isEqualTo("bytes");
        assertThat(redis.command("EVAL", """
                local ends = struct.unpack('>I8', redis.call('GETRANGE', KEYS[1], 41, 48))
                local time = redis.call('TIME')
                return ends - time[1] * 1000 - math.floor(time[2] / 1000) - redis.call('PTTL', KEYS[1])
                """, "1", ENTRY)).as("what the entry and Redis say of its end").isEqualTo(0L);
    }

    @Test
    void entryOfTheLayoutBefore_isNoEntry() {
        redis.command("SET", ENTRY, token(7).text() + "ABCDEFGH" + "o" + "bytes that were stored by another version",
                "PX",
                "60000");

        assertThat(store.get(KEY)).isEmpty();
        assertThat(store.fetch(Fetch.of(KEY, token(1)))).isInstanceOf(Fetched.Leased.class);
        assertThat(store.fill(write(token(1), 0))).isTrue();
        assertThat(store.get(KEY)).isPresent();
    }

    @Test
    void guard_isTheKindAndTheTokenOrTheCount_withTheLifeOfAToken() {
        store.fetch(Fetch.of(KEY, token(1)));
        assertGuard("L" + token(1).text());

        store.begin(Set.of(KEY), token(2));
        assertGuard("W" + token(2).text());

        store.begin(Set.of(KEY), token(3));
        store.begin(Set.of(KEY), token(4));
        assertGuard("X3");
        assertThat(redis.command("DBSIZE")).isEqualTo(1L);
    }

    private void assertGuard(String text) {
        assertThat(redis.command("GET", ENTRY + ":g")).isEqualTo(text);
        assertThat((Long) redis.command("PTTL", ENTRY + ":g")).isBetween(5_000L, CacheStore.TOKEN_LIFE.toMillis());
        redis.command("PEXPIRE", ENTRY + ":g", "9000");
    }

    @Test
    void register_isASortedSetAndAHash_inOneSlot() {
        StampRegister register = adapters.stampRegister();
        long first = register.stamp(Set.of(Subject.of(TAG)), 0).last();
        long second = register.stamp(Set.of(Subject.EVERYTHING), 0).last();

        assertThat(redis.command("ZRANGE", "layout:stamps:{register}", "0", "-1", "WITHSCORES")).isEqualTo(
                List.of("tag:team:red", Long.toString(first), "*", Long.toString(second)));
        assertThat(redis.command("HMGET", "layout:state:{register}", "last", "count")).isEqualTo(
                List.of(Long.toString(second), "2"));
        assertThat(redis.command("PTTL", "layout:stamps:{register}")).as("for ever").isEqualTo(-1L);
    }

    @Test
    void heads_areAHash_inTheSlotOfTheRegister() {
        Origin origin = new Origin("node-1", 17);
        adapters.bus().exchange(origin, new Beat(3, 40));
        adapters.bus().announce(origin, 0, Change.of(new KeySelection.StartingWith("a")));

        assertThat((String) redis.command("HGET", "layout:heads:{register}", "node-1:17")).matches("41 3 0 \\d{16}");
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
        Redises.set(store, KEY, new byte[1], LONG);
        Map<String, Long> before = redis.commandCounts();
        for (int i = 0; i < 10; i++) {
            store.get(KEY);
            store.fetch(Fetch.of(KEY, Redises.token(1)));
        }

        Map<String, Long> after = redis.commandCounts();
        assertThat(after.get("get") - before.getOrDefault("get", 0L)).isEqualTo(20);
        assertThat(after.getOrDefault("evalsha", 0L)).isEqualTo(before.getOrDefault("evalsha", 0L));
    }

    @Test
    void entryWithoutTtl_isNotOurs_andIsReplaced() {
        redis.command("SET", ENTRY, "for ever");

        assertThat(store.get(KEY)).isEmpty();
        store.fetch(Fetch.of(KEY, Redises.token(1)));
        assertThat(store.fill(Redises.write(KEY, Redises.token(1), new byte[1], LONG))).isTrue();
        assertThat(store.get(KEY)).isPresent();
    }
}
