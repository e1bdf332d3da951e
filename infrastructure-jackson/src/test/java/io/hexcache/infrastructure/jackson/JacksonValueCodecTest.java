package io.hexcache.infrastructure.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonValue;
import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonValueCodecTest {

    private static final CacheKey KEY = CacheKey.parse("people:7:v0");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static final Provenance PROVENANCE = new Provenance(1_795_000_000_123_456L, Duration.ofMillis(60_001),
            Duration.ofNanos(7_654_000), 42, Optional.of("\"etag\u00e9\""));

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
        byte[] bytes = envelope(Provenance.UNKNOWN, Optional.of("null".getBytes(StandardCharsets.UTF_8))).write();

        assertThat(codec.decode(KEY, bytes, Person.class)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(codec.decode(KEY, bytes, Object.class)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(codec.decode(KEY, bytes, Label.class)).isInstanceOf(Decoded.Unreadable.class);
    }

    private static Envelope envelope(Provenance provenance, Optional<byte[]> payload) {
        return new Envelope(KEY.render(), new Envelope.Life(NOON.toEpochMilli(), 60_000), Set.of(), provenance,
                payload);
    }

    @Test
    void envelope_ofTheKeptFile_isReadForEver() throws IOException {
        byte[] kept = golden("envelope-v2.hex");
        CacheEntry<Person> expected = entry(new Person("Ada", 1815, Optional.of(NOON))).from(PROVENANCE);
        assertThat(codec.decode(KEY, kept, Person.class)).isEqualTo(new Decoded.Intact<>(expected));
        assertThat(((Decoded.Intact<Person>) codec.decode(KEY, kept, Person.class)).entry().provenance()).isEqualTo(
                PROVENANCE);
        assertThat(codec.encode(expected)).as("the layout of version 2").isEqualTo(kept);
    }

    @Test
    void envelope_ofAnAbsence_hasNoPayload() throws IOException {
        CacheEntry<Person> absent = CacheEntry.of(KEY, Optional.empty(), Duration.ofMinutes(1), Set.of(), NOON);
        assertThat(codec.encode(absent)).isEqualTo(golden("envelope-v2-absent.hex"));
        assertThat(codec.decode(KEY, golden("envelope-v2-absent.hex"), Person.class)).isEqualTo(new Decoded.Intact<>(
                absent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"envelope-v1.hex", "envelope-v1-absent.hex"})
    void envelope_ofVersion1_isUnreadable(String kept) throws IOException {
        assertThat(codec.decode(KEY, golden(kept), Person.class)).isEqualTo(new Decoded.Unreadable<>(
                "its layout has version 1"));
    }

    static Stream<Provenance> provenances() {
        String longest = "\uffff".repeat(Provenance.MAX_VALIDATOR);
        return Stream.of(Provenance.UNKNOWN, PROVENANCE, new Provenance(Long.MAX_VALUE, Duration.ofDays(36_500),
                Duration.ofNanos(Long.MAX_VALUE).truncatedTo(ChronoUnit.MICROS), Long.MAX_VALUE, Optional.of(longest)),
                new Provenance(1, Duration.ofMillis(1), Duration.ofNanos(1_000), 1, Optional.of("")));
    }

    @ParameterizedTest
    @MethodSource("provenances")
    void provenance_comesBack_withAValueAndWithout(Provenance provenance) {
        assertThat(provenance(codec.encode(entry("value").from(provenance)))).isEqualTo(provenance);
        CacheEntry<String> absent = CacheEntry.of(KEY, Optional.empty(), Duration.ofMinutes(1), Set.of(), NOON);
        assertThat(provenance(codec.encode(absent.from(provenance)))).isEqualTo(provenance);
    }

    private Provenance provenance(byte[] bytes) {
        return ((Decoded.Intact<String>) codec.decode(KEY, bytes, String.class)).entry().provenance();
    }

    @Test
    void provenance_finerThanItsUnits_isRoundedDown() {
        Provenance fine = new Provenance(1, Duration.ofNanos(2_999_999), Duration.ofNanos(3_999), 4, Optional.empty());

        assertThat(provenance(codec.encode(entry("value").from(fine)))).isEqualTo(new Provenance(1, Duration.ofMillis(
                2), Duration.ofNanos(3_000), 4, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32, 40, 48})
    void provenance_ofNegativeNumbers_isUnreadable(int offset) {
        byte[] bytes = codec.encode(entry("value"));
        bytes[offset] = (byte) 0x80;

        assertThat(codec.decode(KEY, withChecksum(bytes), String.class)).isEqualTo(new Decoded.Unreadable<>(
                "its provenance is out of range"));
    }

    @Test
    void validator_longerThanAllowed_isUnreadable() {
        byte[] bytes = codec.encode(entry("value").from(new Provenance(0, Duration.ZERO, Duration.ZERO, 0, Optional.of(
                "v".repeat(Provenance.MAX_VALIDATOR)))));
        int length = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("vvv") - 2;
        ByteBuffer.wrap(bytes).putShort(length, (short) (Provenance.MAX_VALIDATOR + 1));

        assertThat(codec.decode(KEY, withChecksum(bytes), String.class)).isEqualTo(new Decoded.Unreadable<>(
                "its provenance is out of range"));
    }

    @Test
    void absence_withAValue_isUnreadable() {
        byte[] bytes = codec.encode(entry("value"));
        bytes[3] = 1;

        assertThat(codec.decode(KEY, withChecksum(bytes), String.class)).isEqualTo(new Decoded.Unreadable<>(
                "it is an absence with a value"));
    }

    private static byte[] withChecksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, 4);
        checksum.update(bytes, 8, bytes.length - 8);
        return ByteBuffer.wrap(bytes).putInt(4, (int) checksum.getValue()).array();
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = JacksonValueCodecTest.class.getResourceAsStream("/golden/" + name)) {
            return HexFormat.of().parseHex(new String(file.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s",
                    ""));
        }
    }
}
