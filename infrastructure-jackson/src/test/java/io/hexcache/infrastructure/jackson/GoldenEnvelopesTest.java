package io.hexcache.infrastructure.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.port.Decoded;
import io.hexcache.infrastructure.jackson.GoldenEntries.Person;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were written when a version of the layout was new, and are read for ever, or refused for ever. */
class GoldenEnvelopesTest {

    private final JacksonValueCodec codec = new JacksonValueCodec();

    static Stream<String> ofVersion2() {
        return GoldenEntries.all().keySet().stream();
    }

    static Stream<String> ofVersion3() {
        return Stream.concat(ofVersion2(), GoldenEntries.inAllForms().keySet().stream());
    }

    @ParameterizedTest
    @ValueSource(strings = {"envelope-v1.hex", "envelope-v1-absent.hex"})
    void version1_isUnreadable(String file) throws IOException {
        assertThat(codec.decode(GoldenEntries.KEY, golden(file), Person.class)).isEqualTo(new Decoded.Unreadable<>(
                "its layout has version 1"));
    }

    @ParameterizedTest
    @MethodSource("ofVersion2")
    void version2_isRead(String name) throws IOException {
        assertRead("envelope-v2-" + name + ".hex", GoldenEntries.all().get(name));
    }

    @ParameterizedTest
    @MethodSource("ofVersion3")
    void version3_isRead(String name) throws IOException {
        assertRead("envelope-v3-" + name + ".hex", entryOfVersion3(name));
    }

    /** What gzip makes of a value is a matter of the JDK, and so only read. */
    @ParameterizedTest
    @MethodSource("ofVersion3")
    void version3_isWhatIsWrittenToday(String name) throws IOException {
        CacheEntry<Person> entry = entryOfVersion3(name);
        if (entry.form().compression() != Compression.GZIP) {
            assertThat(HexFormat.of().formatHex(codec.encode(entry))).isEqualTo(HexFormat.of().formatHex(golden(
                    "envelope-v3-" + name + ".hex")));
        }
    }

    private static CacheEntry<Person> entryOfVersion3(String name) {
        return Stream.of(GoldenEntries.all(), GoldenEntries.inAllForms()).map(Map::entrySet).flatMap(entries -> entries
                .stream().filter(entry -> entry.getKey().equals(name))).findFirst().orElseThrow().getValue();
    }

    private void assertRead(String file, CacheEntry<Person> expected) throws IOException {
        byte[] kept = golden(file);
        assertThat(codec.decode(expected.key(), kept, Person.class)).isInstanceOfSatisfying(Decoded.Intact.class,
                intact -> {
                    CacheEntry<?> read = intact.entry();
                    assertThat(read).isEqualTo(expected);
                    assertThat(read.createdAt()).isEqualTo(expected.createdAt());
                    assertThat(read.provenance()).isEqualTo(expected.provenance());
                    assertThat(read.size()).isEqualTo(kept.length);
                });
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = GoldenEnvelopesTest.class.getResourceAsStream("/golden/" + name)) {
            return HexFormat.of().parseHex(new String(file.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s",
                    ""));
        }
    }
}
