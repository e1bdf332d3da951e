package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.Decoded;
import io.hexcache.domain.port.ValueCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the tests of a codec need from the adapter's side: the codec, and something that it could not know. */
interface CodecUnderTest {

    /** When the entries of the tests were made; finer than a millisecond. */
    Instant CREATED = Instant.parse("2026-11-01T12:34:56.789123456Z");

    /** The key of most tests. */
    CacheKey KEY = Samples.key("a");

    /** The codec under test; it keeps no state between calls. */
    ValueCodec codec();

    /**
     * What these encoded bytes would be in a later version of the layout, checksum included: a node that was updated
     * first wrote them.
     */
    byte[] inUnknownVersion(byte[] encoded);

    /** An entry of a value under {@link #KEY}. */
    static <V> CacheEntry<V> entry(V value) {
        return CacheEntry.of(KEY, Optional.of(value), Duration.ofMinutes(5), Set.of(new Tag("t")), CREATED);
    }

    /** What these bytes are as an entry of {@link #KEY} with a {@link Sample}. */
    default Decoded<Sample> decode(byte[] bytes) {
        return codec().decode(KEY, bytes, Sample.class);
    }

    /** The bytes are no entry, and the codec says why. */
    default void assertUnreadable(byte[] bytes) {
        assertUnreadable(decode(bytes));
    }

    /** As above, of what was decoded. */
    default void assertUnreadable(Decoded<?> decoded) {
        assertThat(decoded).isInstanceOfSatisfying(Decoded.Unreadable.class,
                unreadable -> assertThat(unreadable.reason()).isNotBlank());
    }
}
