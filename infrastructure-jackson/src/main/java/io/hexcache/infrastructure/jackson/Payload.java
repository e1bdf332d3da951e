package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.ValueFormat;

/**
 * A value as it stands in an envelope.
 *
 * @param size bytes before compression
 * @param fingerprint of the value's shape; 0 if it cannot be told
 * @param body the bytes, compressed or not
 */
record Payload(ValueFormat format, Compression compression, int size, long fingerprint, Slice body) {

    /** What an envelope of version 2 holds. */
    static Payload plainJson(Slice body) {
        return new Payload(ValueFormat.JSON, Compression.NONE, body.length(), 0, body);
    }
}
