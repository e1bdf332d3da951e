package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.error.CacheConfigurationException;

/**
 * What the codec takes at most.
 *
 * @param maxValueBytes the longest value as it is written, before compression (64 MiB). A longer one is not stored, and
 *            bytes that claim to be one are unreadable before any room is made for it
 */
public record CodecSettings(int maxValueBytes) {

    /** What holds if nothing was said. */
    public static final CodecSettings DEFAULT = new CodecSettings(64 << 20);

    /** Checks the bound. */
    public CodecSettings {
        if (maxValueBytes < 1) {
            throw new CacheConfigurationException("codec.max-value is " + maxValueBytes
                    + " bytes; it must be 1 or more");
        }
    }
}
