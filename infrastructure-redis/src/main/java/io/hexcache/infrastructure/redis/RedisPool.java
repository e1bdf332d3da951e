package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConfigurationException;

/**
 * How callers share connections. Those who come at the same time share round trips, so a few connections serve many
 * thousands; the others are for what takes longer, such as scans, and for what has a deadline of its own.
 *
 * @param size the most connections that are used at once; 10 to 100
 * @param waiting the most callers that wait for a round trip which others share; up to 1,000,000. With 0 each caller
 *            has a round trip and a connection of its own
 */
public record RedisPool(int size, int waiting) {

    /** 16 connections, and 10,000 callers that wait. */
    public static final RedisPool DEFAULT = new RedisPool(16, 10_000);

    private static final int SMALLEST = 10;
    private static final int LARGEST = 100;
    private static final int MOST_WAITING = 1_000_000;

    /** Checks the bounds. */
    public RedisPool {
        check("pool size", size, SMALLEST, LARGEST);
        check("number of waiting callers", waiting, 0, MOST_WAITING);
    }

    /** The same with another number of connections. */
    public RedisPool withSize(int other) {
        return new RedisPool(other, waiting);
    }

    /** The same with another number of callers that wait. */
    public RedisPool withWaiting(int other) {
        return new RedisPool(size, other);
    }

    private static void check(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new CacheConfigurationException("redis %s is %d; it must be between %d and %d".formatted(what, value,
                    least, most));
        }
    }
}
