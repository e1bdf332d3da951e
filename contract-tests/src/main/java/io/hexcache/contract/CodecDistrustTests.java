package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.Decoded;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Bytes that are not a whole entry of this key and type are unreadable, and never an exception or another value. */
interface CodecDistrustTests extends CodecUnderTest {

    @Test
    default void decode_bytesOfAnotherKey_isUnreadable() {
        byte[] bytes = codec().encode(CodecUnderTest.entry(Sample.of("text")));

        List<CacheKey> others = List.of(Samples.key("b"), Samples.key("aa"), new CacheKey(Samples.NAMESPACE, "a", 1),
                new CacheKey(new Namespace("other"), "a", 0), new CacheKey(new Namespace("contract.a"), "a", 0));
        assertThat(others).allSatisfy(other -> assertUnreadable(codec().decode(other, bytes, Sample.class)));
    }

    @Test
    default void decode_valueOfAnotherType_isUnreadable() {
        byte[] sample = codec().encode(CodecUnderTest.entry(Sample.of("text")));
        byte[] text = codec().encode(CodecUnderTest.entry("text"));

        assertUnreadable(codec().decode(KEY, sample, Integer.class));
        assertUnreadable(codec().decode(KEY, text, Sample.class));
        assertUnreadable(codec().decode(KEY, text, Integer.class));
    }

    @Test
    default void decode_absence_isReadAsAnyType() {
        byte[] bytes = codec()
                .encode(CacheEntry.<Sample>of(KEY, Optional.empty(), Duration.ofDays(1), Set.of(), CREATED));

        assertThat(codec().decode(KEY, bytes, Integer.class)).isInstanceOf(Decoded.Intact.class);
    }

    @Test
    default void decode_unknownVersion_isUnreadable() {
        assertUnreadable(inUnknownVersion(codec().encode(CodecUnderTest.entry(Sample.of("text")))));
    }

    @Test
    default void decode_cutAnywhere_isUnreadable() {
        byte[] bytes = codec().encode(CodecUnderTest.entry(Sample.of("text")));
        for (int length = 0; length < bytes.length; length++) {
            assertUnreadable(Arrays.copyOf(bytes, length));
        }
    }

    @Test
    default void decode_somethingAppended_isUnreadable() {
        byte[] bytes = codec().encode(CodecUnderTest.entry(Sample.of("text")));

        assertUnreadable(Arrays.copyOf(bytes, bytes.length + 1));
        assertUnreadable(Arrays.copyOf(bytes, bytes.length * 2));
    }

    @Test
    default void decode_anyBitFlipped_isUnreadableOrTheSameEntry() {
        CacheEntry<Sample> entry = CodecUnderTest.entry(Sample.of("text"));
        byte[] bytes = codec().encode(entry);
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertUnreadableOrEqual(decode(flipped), entry, bit);
        }
    }

    @Test
    default void decode_anyByteReplaced_isUnreadableOrTheSameEntry() {
        CacheEntry<Sample> entry = CodecUnderTest.entry(Sample.of("text"));
        byte[] bytes = codec().encode(entry);
        for (int position = 0; position < bytes.length; position++) {
            for (byte value : new byte[]{0, 1, ' ', '"', '}', 0x7f, (byte) 0x80, (byte) 0xff}) {
                byte[] changed = bytes.clone();
                changed[position] = value;
                assertUnreadableOrEqual(decode(changed), entry, position * Byte.SIZE);
            }
        }
    }

    @Test
    default void decode_garbage_isUnreadable() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        byte[] head = codec().encode(CodecUnderTest.entry(Sample.of("text")));
        for (int length = 0; length < 300; length++) {
            byte[] garbage = new byte[length];
            random.nextBytes(garbage);
            assertUnreadable(garbage);
            // Also behind a beginning that looks right.
            System.arraycopy(head, 0, garbage, 0, Math.min(length / 2, head.length));
            assertUnreadable(garbage);
        }
        assertUnreadable(new byte[1 << 16]);
        assertUnreadable(Samples.bytes("{}"));
        assertUnreadable(Samples.bytes("[".repeat(100_000)));
    }

    private static void assertUnreadableOrEqual(Decoded<Sample> decoded, CacheEntry<Sample> entry, int bit) {
        if (decoded instanceof Decoded.Intact<Sample>(CacheEntry<Sample> read)) {
            assertThat(read).as("read with bit " + bit + " changed").isEqualTo(entry);
            assertThat(read.createdAt()).as("created, with bit " + bit + " changed")
                    .isCloseTo(entry.createdAt(), within(1, ChronoUnit.MILLIS));
        }
    }
}
