package io.hexcache.infrastructure.memory;

import io.hexcache.domain.error.CacheConfigurationException;

/**
 * How much the store in memory may hold.
 *
 * @param maxBytes stored bytes and keys, with an estimate of what their keeping costs (256 MiB)
 */
public record MemorySettings(long maxBytes) {

    /** The settings if nothing was said. */
    public static final MemorySettings DEFAULT = new MemorySettings(256L << 20);

    /** Checks the bound. */
    public MemorySettings {
        if (maxBytes < 1) {
            throw new CacheConfigurationException("memory.max-bytes is " + maxBytes + "; it must be 1 or more");
        }
    }
}
