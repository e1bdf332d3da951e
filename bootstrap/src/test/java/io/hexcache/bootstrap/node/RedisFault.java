package io.hexcache.bootstrap.node;

import io.hexcache.contract.server.RedisProcess;
import java.util.function.Consumer;

/** What can be wrong with a Redis, and how it gets well again. */
enum RedisFault {

    KILLED(true, RedisProcess::kill, RedisProcess::restart),

    STOPPED(true, RedisProcess::pause, RedisProcess::resume),

    /** It answers nobody for 4 s, and cannot be told to end that earlier. */
    PAUSED(true, redis -> redis.command("CLIENT", "PAUSE", "4000"), redis -> {}),

    FULL(false, redis -> redis.command("CONFIG", "SET", "maxmemory", "1"), redis -> redis.command("CONFIG", "SET",
            "maxmemory", "0")),

    READ_ONLY(false, redis -> redis.command("REPLICAOF", "127.0.0.1", "1"), redis -> redis.command("REPLICAOF", "NO",
            "ONE"));

    private final boolean silent;
    private final Consumer<RedisProcess> begin;
    private final Consumer<RedisProcess> end;

    RedisFault(boolean silent, Consumer<RedisProcess> begin, Consumer<RedisProcess> end) {
        this.silent = silent;
        this.begin = begin;
        this.end = end;
    }

    /** Whether it does not answer then; otherwise it answers that it will not. */
    boolean isSilent() {
        return silent;
    }

    void begin(RedisProcess redis) {
        begin.accept(redis);
    }

    void end(RedisProcess redis) {
        end.accept(redis);
    }
}
