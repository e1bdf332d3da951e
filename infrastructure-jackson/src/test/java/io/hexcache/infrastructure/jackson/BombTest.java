package io.hexcache.infrastructure.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.entry.StoredForm;
import io.hexcache.domain.entry.ValueFormat;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Decoded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that claim, or are, more than memory should be given for. */
class BombTest {

    private static final CacheKey KEY = CacheKey.parse("bomb:1:v0");
    private static final long MIB = 1 << 20;

    private final JacksonValueCodec codec = new JacksonValueCodec();

    private byte[] packed(Compression compression) {
        return codec.encode(CacheEntry.of(KEY, Optional.of("x".repeat(100_000)), Duration.ofMinutes(1), Set.of(),
                Instant.EPOCH).in(new StoredForm(ValueFormat.JSON, compression, 0)));
    }

    private void assertUnreadableWithin(long bytes, byte[] envelope, String reason) {
        codec.decode(KEY, envelope, String.class);
        long taken = new Allocated().by(() -> assertThat(codec.decode(KEY, envelope, String.class))
                .isInstanceOfSatisfying(Decoded.Unreadable.class, unreadable -> assertThat(unreadable.reason())
                        .contains(reason)));
        assertThat(taken).isLessThan(bytes);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void size_ofOneGigabyte_isRefusedBeforeMemoryIsTaken(Compression compression) {
        byte[] bomb = Resealed.after(packed(compression), envelope -> envelope.putInt(Resealed.SIZE_AT, 1 << 30));

        assertUnreadableWithin(MIB, bomb, compression == Compression.NONE ? "the size of its value is wrong"
                : "more than the 67108864 of codec.max-value");
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void size_thatCannotBe_isRefusedBeforeMemoryIsTaken(Compression compression) {
        byte[] packed = packed(compression);
        int most = (compression == Compression.LZ4 ? 255 : 1_032) * packed.length;

        assertUnreadableWithin(MIB, Resealed.after(packed, envelope -> envelope.putInt(Resealed.SIZE_AT, most)),
                "cannot be");
        assertUnreadableWithin(MIB, Resealed.after(packed, envelope -> envelope.putInt(Resealed.SIZE_AT, -1)),
                "the size of its value is wrong");
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void size_thatIsNotTheSize_isUnreadable(Compression compression) {
        byte[] packed = packed(compression);
        for (int size : List.of(0, 1, 100_001, 100_003)) {
            assertUnreadableWithin(MIB, Resealed.after(packed, envelope -> envelope.putInt(Resealed.SIZE_AT, size)),
                    "of the size that it claims");
        }
    }

    @Test
    void gzip_ofOneGigabyteThatClaimsLittle_isLeftWhereItExceedsThat() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1 << 10; i++) {
                out.write(zeros);
            }
        }
        Payload bomb = new Payload(ValueFormat.JSON, Compression.GZIP, 1_000_000, 0, Slice.of(packed.toByteArray()));

        assertUnreadableWithin(4 * MIB, envelope(bomb), "no gzip stream of the size that it claims");
    }

    private static byte[] envelope(Payload payload) {
        return new Envelope(KEY.render(), new Envelope.Life(0, 1), Set.of(), Provenance.UNKNOWN, Optional.of(payload))
                .write();
    }

    @ParameterizedTest
    @EnumSource(ValueFormat.class)
    void nesting_deeperThanAllowed_isUnreadable(ValueFormat format) {
        byte[] deep = new byte[10_000_000];
        Arrays.fill(deep, (byte) (format == ValueFormat.JSON ? '[' : 0x91));
        Payload payload = new Payload(format, Compression.NONE, deep.length, 0, Slice.of(deep));

        assertThat(codec.decode(KEY, envelope(payload), Object.class)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(codec.decode(KEY, envelope(payload), List.class)).isInstanceOf(Decoded.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100, 127, -1})
    void formatOrCompression_thatIsUnknown_isUnreadable(int code) {
        byte[] known = packed(Compression.LZ4);

        assertUnreadableWithin(MIB, Resealed.after(known, envelope -> envelope.put(Resealed.FORMAT_AT, (byte) code)),
                "the unknown format " + code);
        assertUnreadableWithin(MIB, Resealed.after(known, envelope -> envelope.put(Resealed.COMPRESSION_AT,
                (byte) code)), "the unknown compression " + code);
        assertUnreadableWithin(MIB, Resealed.after(known, envelope -> envelope.put(Resealed.FORMAT_AT, (byte) 0)),
                "the unknown format 0");
    }
}
