package io.hexcache.bootstrap.configuration;

import java.time.Duration;
import java.util.List;

/** The settings of writes that wait for their sources. */
public final class WriteBehindKeys {

    public static final Setting<Integer> BATCH = new Setting<>("write-behind.batch", new IntegerType(1, 10_000));
    public static final Setting<Duration> INTERVAL = time("write-behind.interval", Duration.ofMillis(1));
    public static final Setting<Integer> MAX_IN_MEMORY = new Setting<>("write-behind.max-in-memory",
            new IntegerType(1, 1_000_000));
    public static final Setting<Integer> MAX_RECORDS = new Setting<>("write-behind.max-records", new IntegerType(1,
            10_000_000));
    public static final Setting<Duration> WAIT_FOR_ROOM = time("write-behind.wait-for-room", Duration.ZERO);
    public static final Setting<Integer> WORKERS = new Setting<>("write-behind.workers", new IntegerType(1, 1_000));
    public static final Setting<Integer> ATTEMPTS = new Setting<>("write-behind.attempts", new IntegerType(1, 1_000));
    public static final Setting<Duration> RETRY_AFTER = time("write-behind.retry-after", Duration.ofMillis(1));
    public static final Setting<Duration> RETRY_AT_MOST = time("write-behind.retry-at-most", Duration.ofMillis(1));
    public static final Setting<Duration> DRAIN_AT_STOP = time("write-behind.drain-at-stop", Duration.ZERO);

    /** All of them. */
    static final List<Setting<?>> ALL = List.of(BATCH, INTERVAL, MAX_IN_MEMORY, MAX_RECORDS, WAIT_FOR_ROOM, WORKERS,
            ATTEMPTS, RETRY_AFTER, RETRY_AT_MOST, DRAIN_AT_STOP);

    private WriteBehindKeys() {}

    private static Setting<Duration> time(String path, Duration least) {
        return new Setting<>(path, new DurationType(least, Duration.ofMinutes(1)));
    }
}
