package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.domain.time.BlockingWaiter;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps that a server takes whole or not at all, also where it forgets scripts or has no memory left. */
@RealRedis
@Timeout(30)
class RedisAtomicityTest {

    private static final CacheKey KEY = CacheKey.parse("atomic:1:v0");
    private static final Token READER = Redises.token(1);
    private static final Token WRITER = Redises.token(2);
    private static final byte[] BYTES = {1};
    private static final Duration LONG = Duration.ofMinutes(1);

    private static void fillMemory(RedisProcess redis) {
        redis.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
        redis.command("CONFIG", "SET", "maxmemory", "1");
    }

    @Test
    void scriptsForgottenWithinABatch_eachKeyIsDoneOnce(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            CacheStore store = adapters.store();
            List<CacheKey> keys = IntStream.range(0, 100).mapToObj(i -> CacheKey.parse("atomic:" + i + ":v0")).toList();
            redis.command("SCRIPT", "FLUSH");
            store.begin(Set.copyOf(keys), WRITER);
            redis.command("SCRIPT", "FLUSH");

            assertThat(store.inspect(KEY).guard()).isEqualTo(Guard.WRITING);
            assertThat(store.putAll(keys.stream().map(key -> Redises.write(key, WRITER, BYTES, LONG)).toList()))
                    .hasSize(100).containsOnly(true);
            redis.command("SCRIPT", "FLUSH");
            assertThat(Redises.announce(adapters, "once")).isEqualTo(1);
            assertThat(store.remove(Set.copyOf(keys))).isEqualTo(100);
        }
    }

    @Test
    void memoryIsFull_beginIsRefusedWhole(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            CacheStore store = adapters.store();
            Redises.set(store, KEY, BYTES, LONG);
            fillMemory(redis);

            assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> store.begin(Set.of(KEY), WRITER));
            assertThat(store.inspect(KEY).guard()).isEqualTo(Guard.FREE);
            assertThat(store.get(KEY).orElseThrow().remainingLife()).isGreaterThan(CacheStore.TOKEN_LIFE);
        }
    }

    @Test
    void memoryIsFull_removalsRefuseWritersAllTheSame(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            CacheStore store = adapters.store();
            CacheKey other = CacheKey.parse("atomic:2:v0");
            CacheKey third = CacheKey.parse("atomic:3:v0");
            store.begin(Set.of(KEY, other, third), WRITER);
            fillMemory(redis);

            store.remove(Set.of(KEY));
            store.removeAll(new KeySelection.StartingWith("atomic:2"));
            assertThat(store.put(Redises.write(third, READER, BYTES, LONG))).isFalse();

            assertThat(List.of(KEY, other, third)).allMatch(key -> store.inspect(key).guard() == Guard.CONTENDED);
        }
    }

    @Test
    void putUnderAnotherType_leavesTheGuard(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            CacheStore store = adapters.store();
            redis.command("LPUSH", "hexcache:{atomic:1:v0}:g", "foreign");

            assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> store.put(Redises.write(KEY, WRITER,
                    BYTES, LONG))).withMessageContaining("WRONGTYPE");
            assertThat(store.get(KEY)).isEmpty();
        }
    }

    @Test
    void entryOfAnotherLayout_isNoneAndIsReplaced(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            CacheStore store = adapters.store();
            redis.command("SET", "hexcache:{atomic:1:v0}", "x".repeat(40), "PX", "60000");

            assertThat(store.get(KEY)).isEmpty();
            assertThat(store.survey(new KeySelection.Within(new Namespace("atomic")), 1).count()).isZero();
            assertThat(store.expire(KEY, LONG)).isEmpty();
            assertThat(store.fetch(Fetch.of(KEY, READER))).isInstanceOf(Fetched.Leased.class);
            assertThat(store.fill(Redises.write(KEY, READER, BYTES, LONG))).isTrue();
            assertThat(store.get(KEY)).isPresent();
        }
    }

    @Test
    void versions_areComparedAsNumbers_beyondWhatADoubleHolds(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            long[] rising = {0, 1, 255, 256, (1L << 53) + 1, (1L << 53) + 2, Long.MAX_VALUE - 1, Long.MAX_VALUE};
            for (long version : rising) {
                assertThat(setIfNewer(adapters.store(), version)).as("%d", version).isTrue();
                assertThat(setIfNewer(adapters.store(), version)).as("%d again", version).isFalse();
                assertThat(setIfNewer(adapters.store(), Math.max(0, version - 1))).as("before %d", version).isFalse();
            }
        }
    }

    private static boolean setIfNewer(CacheStore store, long version) {
        return store.set(new Write(KEY, READER, BYTES, LONG, version), new SetCondition.IfNewer());
    }

    @Test
    void removeAll_voidsAllGuards_beforeItRemovesAnyEntry(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            CacheStore store = adapters.store();
            KeySelection.ByName all = new KeySelection.StartingWith("atomic:");
            storeSome(store);
            store.removeAll(all);
            storeSome(store);
            redis.command("CONFIG", "SET", "slowlog-max-len", "1000");
            redis.command("CONFIG", "SET", "slowlog-log-slower-than", "0");
            assertThat(store.removeAll(all)).isEqualTo(20);

            List<?> log = (List<?>) redis.command("SLOWLOG", "GET", "1000");
            List<String> scripts = log.reversed().stream().map(entry -> (List<?>) ((List<?>) entry).get(3))
                    .filter(command -> command.getFirst().equals("EVALSHA")).map(command -> (String) command.get(1))
                    .toList();
            assertThat(scripts).containsExactlyElementsOf(Stream.concat(Collections.nCopies(20,
                    StoreScripts.VOID_GUARD.hash()).stream(), Collections.nCopies(20, StoreScripts.REMOVE_ENTRY.hash())
                            .stream())
                    .toList());
        }
    }

    private static void storeSome(CacheStore store) {
        for (int i = 0; i < 20; i++) {
            CacheKey key = CacheKey.parse("atomic:" + i + ":v0");
            Redises.set(store, key, BYTES, LONG);
            store.fetch(Fetch.of(key, READER).leaseBelow(Fetch.ANY_LIFE));
        }
    }

    @Test
    void get_life_isWhatIsLeftByTheClockOfTheServer_whateverOursShows() throws IOException {
        // It ends at 0x4E20 ms, which are 20 s, and it is 15 s past the same hour.
        String entry = READER.text() + "version-" + "O" + "\0".repeat(6) + "N " + "bytes";
        String greeting = "*2\r\n$5\r\nproto\r\n:2\r\n+OK\r\n" + "$2\r\nno\r\n".repeat(2)
                + "*2\r\n$1\r\n7\r\n$1\r\n0\r\n";
        String replies = "$%d\r\n%s\r\n".formatted(entry.length(), entry) + "*2\r\n$2\r\n15\r\n$1\r\n0\r\n";
        try (OtherServer server = OtherServer.saying(greeting + replies);
                RedisAdapters adapters = RedisAdapters.unconnected(RedisSettings.of(server.uri()), System::nanoTime,
                        new BlockingWaiter())) {
            assertThat(adapters.store().get(KEY).orElseThrow().remainingLife()).isEqualTo(Duration.ofSeconds(5));
        }
    }

    @Test
    void fetchAll_ofHits_takesOneCommandAndNoScript(RedisProcess redis) {
        try (RedisAdapters adapters = Redises.connect(redis)) {
            CacheStore store = adapters.store();
            List<CacheKey> keys = IntStream.range(0, 100).mapToObj(i -> CacheKey.parse("atomic:" + i + ":v0")).toList();
            keys.forEach(key -> Redises.set(store, key, BYTES, LONG));
            Map<String, Long> before = redis.commandCounts();

            assertThat(store.fetchAll(keys.stream().map(key -> Fetch.of(key, READER)).toList())).hasSize(100)
                    .allMatch(Fetched.Found.class::isInstance);

            Map<String, Long> after = redis.commandCounts();
            assertThat(after.get("mget") - before.getOrDefault("mget", 0L)).isEqualTo(1);
            assertThat(after.get("get")).isEqualTo(before.get("get"));
            assertThat(after.get("evalsha")).isEqualTo(before.get("evalsha"));
        }
    }
}
