package io.hexcache.infrastructure.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonValue;
import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JacksonValueCodecTest {

    private static final CacheKey KEY = CacheKey.parse("people:7:v0");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final JacksonValueCodec codec = new JacksonValueCodec();

    record Person(String name, int born, Optional<Instant> seen) {}

    record PersonOfLaterCode(String name, int born, Optional<Instant> seen, String email) {}

    record PersonOfEarlierCode(String name) {}

    /** Is written as its text, which may be missing. */
    record Label(@JsonValue @Nullable String text) {}

    private static <V> CacheEntry<V> entry(V value) {
        return CacheEntry.of(KEY, Optional.of(value), Duration.ofMinutes(1), Set.of(new Tag("red"), new Tag("é")),
                NOON);
    }

    private <V> V decoded(byte[] bytes, Class<V> type) {
        return ((Decoded.Intact<V>) codec.decode(KEY, bytes, type)).entry().value().orElseThrow();
    }

    @Test
    void value_ofARecord_comesBack() {
        Person ada = new Person("Ada", 1815, Optional.of(NOON));
        assertThat(decoded(codec.encode(entry(ada)), Person.class)).isEqualTo(ada);
    }

    @Test
    void value_ofACommonTree_keepsItsNumbers() {
        Map<String, Object> tree = Map.of("decimal", new BigDecimal("0.1000000000000000000001"), "large",
                new BigInteger(
                        "123456789012345678901234567890"),
                "list", List.of(1, true, "text"));
        assertThat(decoded(codec.encode(entry(tree)), Object.class)).isEqualTo(tree);
    }

    @Test
    void value_ofOtherCode_isUnreadable() {
        byte[] bytes = codec.encode(entry(new Person("Ada", 1815, Optional.empty())));
        assertThat(codec.decode(KEY, bytes, PersonOfLaterCode.class)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(codec.decode(KEY, bytes, PersonOfEarlierCode.class)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(codec.decode(KEY, bytes, Integer.class)).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void value_thatNamesAClass_makesNoObjectOfIt() {
        byte[] bytes = codec.encode(entry(Map.of("@class", "java.util.ArrayList", "x", 1)));
        assertThat(decoded(bytes, Object.class)).isEqualTo(Map.of("@class", "java.util.ArrayList", "x", 1));
    }

    @Test
    void value_writtenAsNull_isRefused() {
        assertThatExceptionOfType(CacheSerializationException.class).isThrownBy(() -> codec.encode(entry(new Label(
                null)))).withMessageContaining("people:7:v0").withMessageContaining("Label");
    }

    @Test
    void value_thatIsNull_isUnreadable() {
        byte[] bytes = new Envelope(KEY.render(), false, NOON.toEpochMilli(), 60_000, Set.of(), "null".getBytes(
                StandardCharsets.UTF_8)).write();

        assertThat(codec.decode(KEY, bytes, Person.class)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(codec.decode(KEY, bytes, Object.class)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(codec.decode(KEY, bytes, Label.class)).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void envelope_ofTheKeptFile_isReadForEver() throws IOException {
        byte[] kept = golden("envelope-v1.hex");
        CacheEntry<Person> expected = entry(new Person("Ada", 1815, Optional.of(NOON)));
        assertThat(codec.decode(KEY, kept, Person.class)).isEqualTo(new Decoded.Intact<>(expected));
        assertThat(codec.encode(expected)).as("the layout of version 1").isEqualTo(kept);
    }

    @Test
    void envelope_ofAnAbsence_hasNoPayload() throws IOException {
        CacheEntry<Person> absent = CacheEntry.of(KEY, Optional.empty(), Duration.ofMinutes(1), Set.of(), NOON);
        assertThat(codec.encode(absent)).isEqualTo(golden("envelope-v1-absent.hex"));
        assertThat(codec.decode(KEY, golden("envelope-v1-absent.hex"), Person.class)).isEqualTo(new Decoded.Intact<>(
                absent));
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = JacksonValueCodecTest.class.getResourceAsStream("/golden/" + name)) {
            return HexFormat.of().parseHex(new String(file.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s",
                    ""));
        }
    }
}
