package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConfigurationException;

/**
 * How much the bus on a stream keeps.
 *
 * @param maxEntries about how many messages the stream holds; 1,000 to 10,000,000. A node that was cut off for longer
 *            than these reach back drops its copies. A message of one key takes some 100 bytes
 */
public record StreamSettings(int maxEntries) {

    private static final int FEWEST = 1_000;
    private static final int MOST = 10_000_000;
    private static final int DEFAULT = 100_000;

    /** Checks the bounds. */
    public StreamSettings {
        if (maxEntries < FEWEST || maxEntries > MOST) {
            throw new CacheConfigurationException("redis stream of %d entries at most; it must be between %d and %d"
                    .formatted(maxEntries, FEWEST, MOST));
        }
    }

    /** 100,000 entries. */
    public static StreamSettings defaults() {
        return new StreamSettings(DEFAULT);
    }
}
