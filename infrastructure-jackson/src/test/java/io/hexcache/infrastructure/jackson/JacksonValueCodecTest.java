package io.hexcache.infrastructure.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonValue;
import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.Decoded;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
        Slice none = Slice.of("null".getBytes(StandardCharsets.UTF_8));
        byte[] bytes = new Envelope(KEY.render(), new Envelope.Life(NOON.toEpochMilli(), 60_000), Set.of(),
                Provenance.UNKNOWN, Optional.of(Payload.plainJson(none))).write();

        assertThat(codec.decode(KEY, bytes, Person.class)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(codec.decode(KEY, bytes, Object.class)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(codec.decode(KEY, bytes, Label.class)).isInstanceOf(Decoded.Unreadable.class);
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
        byte[] bytes = Resealed.after(codec.encode(entry("value")), envelope -> envelope.put(offset, (byte) 0x80));

        assertThat(codec.decode(KEY, bytes, String.class)).isEqualTo(new Decoded.Unreadable<>(
                "its provenance is out of range"));
    }

    @Test
    void validator_longerThanAllowed_isUnreadable() {
        byte[] bytes = codec.encode(entry("value").from(new Provenance(0, Duration.ZERO, Duration.ZERO, 0, Optional.of(
                "v".repeat(Provenance.MAX_VALIDATOR)))));
        int length = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("vvv") - 2;
        byte[] longer = Resealed.after(bytes, envelope -> envelope.putShort(length, (short) (Provenance.MAX_VALIDATOR
                + 1)));

        assertThat(codec.decode(KEY, longer, String.class)).isEqualTo(new Decoded.Unreadable<>(
                "its provenance is out of range"));
    }

    @Test
    void absence_withAValue_isUnreadable() {
        byte[] bytes = Resealed.after(codec.encode(entry("value")), envelope -> envelope.put(Resealed.FLAGS_AT,
                (byte) 1));

        assertThat(codec.decode(KEY, bytes, String.class)).isEqualTo(new Decoded.Unreadable<>(
                "it is an absence with a value"));
    }

    @Test
    void value_largerThanTheBound_isNeitherWrittenNorRead() {
        CacheEntry<String> large = entry("x".repeat(2_000));
        JacksonValueCodec small = new JacksonValueCodec(new CodecSettings(1_000));

        assertThatExceptionOfType(CacheSerializationException.class).isThrownBy(() -> small.encode(large))
                .withMessageContaining("people:7:v0").withMessageContaining("2002 bytes").withMessageContaining(
                        "codec.max-value allows 1000");
        assertThat(small.decode(KEY, codec.encode(large), String.class)).isEqualTo(new Decoded.Unreadable<>(
                "its value has 2002 bytes, more than the 1000 of codec.max-value"));
    }

    @Test
    void settings_withoutRoomForAValue_areRefused() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new CodecSettings(0))
                .withMessageContaining("codec.max-value is 0");
    }

    @Test
    void tags_moreThanAllowed_areUnreadable() {
        byte[] bytes = codec.encode(CacheEntry.of(KEY, Optional.of("t".repeat(1_000)), Duration.ofMinutes(1), Set.of(),
                NOON));
        int tags = 72 + KEY.render().length();

        assertThat(codec.decode(KEY, Resealed.after(bytes, envelope -> envelope.put(tags, (byte) 65)), String.class))
                .isEqualTo(new Decoded.Unreadable<>("it has too many tags"));
    }
}
