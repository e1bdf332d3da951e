package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.StoredForm;
import io.hexcache.domain.entry.ValueFormat;
import io.hexcache.domain.port.Decoded;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form is read, whatever the namespace's form is by now, and trusted as little as any other. */
interface CodecFormTests extends CodecUnderTest {

    static Stream<StoredForm> forms() {
        return Stream.of(ValueFormat.values()).flatMap(format -> Stream.of(Compression.values()).map(
                compression -> new StoredForm(format, compression, 0)));
    }

    private static CacheEntry<Sample> compressible(StoredForm form) {
        return CodecUnderTest.entry(Sample.of("\u00e4b".repeat(200))).in(form);
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.CodecFormTests#forms")
    default void decode_anyForm_isTheEntry(StoredForm form) {
        CacheEntry<Sample> entry = compressible(form);
        byte[] bytes = codec().encode(entry);

        assertThat(decode(bytes)).isEqualTo(new Decoded.Intact<>(entry));
        assertThat(((Decoded.Intact<Sample>) decode(bytes)).entry().size()).isEqualTo(bytes.length);
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.CodecFormTests#forms")
    default void decode_anyFormCutAnywhere_isUnreadable(StoredForm form) {
        byte[] bytes = codec().encode(compressible(form));
        for (int length = 0; length < bytes.length; length++) {
            assertUnreadable(Arrays.copyOf(bytes, length));
        }
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.CodecFormTests#forms")
    default void decode_anyFormWithAByteChanged_isUnreadableOrTheSameEntry(StoredForm form) {
        CacheEntry<Sample> entry = compressible(form);
        byte[] bytes = codec().encode(entry);
        for (int position = 0; position < bytes.length; position++) {
            byte[] changed = bytes.clone();
            changed[position] ^= (byte) 0x5a;
            if (decode(changed) instanceof Decoded.Intact<Sample>(CacheEntry<Sample> read)) {
                assertThat(read).as("read with byte " + position + " changed").isEqualTo(entry);
            }
        }
    }
}
