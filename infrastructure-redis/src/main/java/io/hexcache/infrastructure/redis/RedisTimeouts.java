package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;

/**
 * How long a caller waits at most; each from 1 ms to 1 minute.
 *
 * @param connect for a new connection to be made
 * @param command for the replies to one round trip
 * @param borrow for a connection out of the pool
 */
public record RedisTimeouts(Duration connect, Duration command, Duration borrow) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Checks the bounds. */
    public RedisTimeouts {
        check("connect", connect);
        check("command", command);
        check("borrow", borrow);
    }

    /** 500 ms to connect, 250 ms for a command, 50 ms for a connection out of the pool. */
    public static RedisTimeouts defaults() {
        return new RedisTimeouts(Duration.ofMillis(500), Duration.ofMillis(250), Duration.ofMillis(50));
    }

    private static void check(String name, Duration value) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw new CacheConfigurationException("redis %s timeout is %s; it must be between 1 ms and 1 minute"
                    .formatted(name, value));
        }
    }
}
