package io.hexcache.bootstrap.configuration;

import io.hexcache.domain.policy.Profile;
import io.hexcache.infrastructure.redis.RedisUri;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting that has one fixed name. Their defaults, and what they are for, are in the resource reference.conf. */
public final class KnownSettings {

    public static final Setting<Optional<Profile>> PROFILE = new Setting<>("profile", new ChoiceType<>(
            ProfileNames.choices()));

    public static final Setting<String> HTTP_HOST = new Setting<>("http.host", new LoopbackHostType());
    public static final Setting<Integer> HTTP_PORT = new Setting<>("http.port", new IntegerType(0, 65_535));
    public static final Setting<Long> HTTP_MAX_BODY = new Setting<>("http.max-body", new SizeType(1 << 10, 64 << 20));

    public static final Setting<StoragePlace> CATALOG_DB = new Setting<>("catalog.db", new PlaceType("file"));

    public static final Setting<Optional<StoragePlace>> DATA_DIR = new Setting<>("data.dir", new OptionalType<>(
            new PlaceType("folder")));
    public static final Setting<Optional<String>> DATA_NAME = new Setting<>("data.name", new OptionalType<>(
            new JournalNameType()));

    public static final Setting<Long> MEMORY_MAX_BYTES = new Setting<>("memory.max-bytes",
            new SizeType(1 << 20, 1L << 40));

    public static final Setting<Long> CODEC_MAX_VALUE = new Setting<>("codec.max-value",
            new SizeType(1 << 10, 1 << 30));

    public static final Setting<Optional<RedisUri>> REDIS_URL = new Setting<>("redis.url", new RedisUrlType());
    public static final Setting<Optional<Path>> REDIS_TLS_CA = new Setting<>("redis.tls.ca", new OptionalFileType());
    public static final Setting<String> REDIS_KEY_PREFIX = new Setting<>("redis.key-prefix", new WordType(64));
    public static final Setting<Duration> REDIS_CONNECT_TIMEOUT = timeout("redis.connect-timeout");
    public static final Setting<Duration> REDIS_COMMAND_TIMEOUT = timeout("redis.command-timeout");
    public static final Setting<Integer> REDIS_POOL_SIZE = new Setting<>("redis.pool.size", new IntegerType(10, 100));
    public static final Setting<Integer> REDIS_POOL_WAITING = new Setting<>("redis.pool.waiting", new IntegerType(0,
            1_000_000));
    public static final Setting<Duration> REDIS_POOL_BORROW_TIMEOUT = timeout("redis.pool.borrow-timeout");
    public static final Setting<RedisBusKind> REDIS_BUS = new Setting<>("redis.bus", new ChoiceType<>(RedisBusKind
            .choices()));
    public static final Setting<Integer> REDIS_STREAM_MAX_ENTRIES = new Setting<>("redis.stream.max-entries",
            new IntegerType(1_000, 10_000_000));

    public static final Setting<Integer> REDIS_BREAKER_FAILURES = new Setting<>("redis.breaker.failures",
            new IntegerType(1, 1_000));
    public static final Setting<Duration> REDIS_BREAKER_OPEN_FOR = new Setting<>("redis.breaker.open-for",
            new DurationType(Duration.ofMillis(10), Duration.ofMinutes(1)));
    public static final Setting<Integer> REDIS_BREAKER_PROBES = new Setting<>("redis.breaker.probes",
            new IntegerType(1, 100));
    public static final Setting<Duration> REDIS_BREAKER_SLOW_CALL = timeout("redis.breaker.slow-call");

    public static final Setting<Integer> LOADS_AT_ONCE = new Setting<>("loads.at-once", new IntegerType(1, 100_000));
    public static final Setting<Integer> LOADS_WHILE_AWAY = new Setting<>("loads.per-second-while-away",
            new IntegerType(1, 1_000_000));

    /** All of them, those that namespaces are given by default included. */
    static final List<Setting<?>> ALL = Stream.of(List.<Setting<?>>of(HTTP_HOST, HTTP_PORT, HTTP_MAX_BODY, CATALOG_DB,
            MEMORY_MAX_BYTES, CODEC_MAX_VALUE, REDIS_URL, REDIS_TLS_CA, REDIS_KEY_PREFIX, REDIS_CONNECT_TIMEOUT,
            REDIS_COMMAND_TIMEOUT, REDIS_POOL_SIZE, REDIS_POOL_WAITING, REDIS_POOL_BORROW_TIMEOUT, REDIS_BUS,
            REDIS_STREAM_MAX_ENTRIES, REDIS_BREAKER_FAILURES, REDIS_BREAKER_OPEN_FOR, REDIS_BREAKER_PROBES,
            REDIS_BREAKER_SLOW_CALL, LOADS_AT_ONCE, LOADS_WHILE_AWAY, PROFILE, DATA_DIR, DATA_NAME),
            WriteBehindKeys.ALL,
            NamespaceSettings.ALL.stream()
                    .<Setting<?>>map(setting -> setting.within(NamespaceSettings.DEFAULTS)).toList())
            .flatMap(
                    List::stream)
            .toList();

    private KnownSettings() {}

    private static Setting<Duration> timeout(String path) {
        return new Setting<>(path, new DurationType(Duration.ofMillis(1), Duration.ofMinutes(1)));
    }
}
