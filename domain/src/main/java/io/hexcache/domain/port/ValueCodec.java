package io.hexcache.domain.port;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.key.CacheKey;

/**
 * Turns entries into the bytes that a {@link CacheStore} keeps, and back. The bytes name their key, carry a checksum
 * and the version of their layout, so that nothing foreign, torn or newer is ever taken for a value.
 */
public interface ValueCodec {

    /**
     * The entry as bytes: key, value or absence, ttl, tags and time of creation.
     *
     * @throws io.hexcache.domain.error.CacheSerializationException if the value cannot be written
     */
    <V> byte[] encode(CacheEntry<V> entry);

    /**
     * The entry that these bytes stand for, its size set. Cached bytes are untrusted: anything that is not a whole
     * entry of this key, in a known layout, with a value of this type, is {@link Decoded.Unreadable} and never an
     * exception.
     */
    <V> Decoded<V> decode(CacheKey key, byte[] bytes, Class<V> type);
}
