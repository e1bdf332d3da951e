package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch of reads is one command, however many keys it has, and batches of changes do what each change alone does. */
@RealRedis
class RedisBatchTest {

    private static final List<CacheKey> KEYS = IntStream.range(0, 100).mapToObj(number -> CacheKey.parse("batch:"
            + number + ":v0")).toList();
    private static final Duration LONG = Duration.ofMinutes(5);

    private final SplittableRandom random = new SplittableRandom(7);
    private final RedisServer redis;
    private final RedisAdapters adapters;
    private final CacheStore store;

    RedisBatchTest(RedisServer redis) {
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

    private Write write(CacheKey key) {
        return new Write(key, Token.next(random), key.identifier().getBytes(StandardCharsets.UTF_8), LONG, 0);
    }

    private Map<String, Long> commands(Runnable work) {
        Map<String, Long> before = redis.commandCounts();
        work.run();
        return redis.commandCounts().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                after -> after.getValue() - before.getOrDefault(after.getKey(), 0L)));
    }

    @Test
    void getAll_hundredKeys_isOneCommand() {
        store.setAll(KEYS.stream().map(this::write).toList(), new SetCondition.Always());

        Map<String, Long> asked = commands(() -> assertThat(store.getAll(KEYS)).allMatch(Optional::isPresent));

        assertThat(asked).containsEntry("mget", 1L);
        assertThat(asked.getOrDefault("get", 0L)).isZero();
    }

    @Test
    void setAll_hundredKeys_storesEach() {
        List<Boolean> stored = store.setAll(KEYS.stream().map(this::write).toList(), new SetCondition.Always());

        assertThat(stored).hasSize(KEYS.size()).containsOnly(true);
        assertThat(store.getAll(KEYS))
                .extracting(found -> found.map(StoredEntry::bytes)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(""))
                .containsExactlyElementsOf(KEYS.stream().map(CacheKey::identifier).toList());
    }

    @Test
    void setAll_someAreThere_saysWhichWereStored() {
        store.set(write(KEYS.getFirst()), new SetCondition.Always());

        assertThat(store.setAll(KEYS.subList(0, 3).stream().map(this::write).toList(), new SetCondition.IfAbsent()))
                .containsExactly(false, true, true);
    }

    @Test
    void releaseAll_leasesOfMany_areFreeForOthers() {
        Map<CacheKey, Token> leases = KEYS.stream().collect(Collectors.toMap(Function.identity(), _ -> Token.next(
                random)));
        store.fetchAll(leases.entrySet().stream().map(lease -> new Fetch(lease.getKey(), lease.getValue(), Optional
                .empty(), Duration.ZERO)).toList());

        store.releaseAll(leases);

        assertThat(store.fetchAll(KEYS.stream().map(key -> new Fetch(key, Token.next(random), Optional.empty(),
                Duration.ZERO)).toList())).allMatch(Fetched.Leased.class::isInstance);
    }
}
