package io.hexcache.domain.port;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.key.CacheKey;
import java.util.List;

/**
 * Turns entries into the bytes that a {@link CacheStore} keeps, and back. The bytes name their key, carry a checksum
 * and the version of their layout, so that nothing foreign, torn or newer is ever taken for a value.
 *
 * <p>
 * A codec may tell the shape of the values by a fingerprint. What was stored in another shape is unreadable then,
 * unless there is a {@link SchemaMigration} for that.
 */
public interface ValueCodec {

    /**
     * The entry as bytes, in its {@link CacheEntry#form() form}: key, value or absence, ttl, tags, time of creation and
     * provenance.
     *
     * @throws io.hexcache.domain.error.CacheSerializationException if the value cannot be written, or could not be read
     *         again because of its size or depth
     */
    <V> byte[] encode(CacheEntry<V> entry);

    /**
     * The entry that these bytes stand for, its size set, in whatever form they are. Cached bytes are untrusted:
     * anything that is not a whole entry of this key, in a known layout, with a value of this type and not larger than
     * the codec's bound, is {@link Decoded.Unreadable}, never an exception, and never takes more memory than the bound
     * allows.
     */
    <V> Decoded<V> decode(CacheKey key, byte[] bytes, Class<V> type);

    /**
     * What stands for the shape of values of this type: the same in every process, another one when the names or types
     * of what is written change. 0 if this codec cannot tell; then any shape is tried.
     */
    default long fingerprint(Class<?> type) {
        return 0;
    }

    /**
     * The same codec, for a namespace whose earlier values these migrations bring into today's shape. One that tells no
     * shapes has nothing to migrate and is the same without.
     *
     * @param migrations one for each earlier shape at most
     */
    default ValueCodec migrating(List<SchemaMigration> migrations) {
        return this;
    }
}
