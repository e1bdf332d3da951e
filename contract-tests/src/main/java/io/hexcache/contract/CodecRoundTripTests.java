package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.Decoded;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is encoded is decoded as it was. */
interface CodecRoundTripTests extends CodecUnderTest {

    @Test
    default void decode_value_isTheEntry() {
        assertRoundTrip(CodecUnderTest.entry(Sample.of("text")), Sample.class);
    }

    @Test
    default void decode_absence_isTheEntry() {
        assertRoundTrip(CacheEntry.<Sample>of(KEY, Optional.empty(), Duration.ofMinutes(5), Set.of(), CREATED),
                Sample.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 1 << 20})
    default void decode_textOfAnyLength_isTheEntry(int length) {
        assertRoundTrip(CodecUnderTest.entry("\u00e4".repeat(length)), String.class);
    }

    @Test
    default void decode_oddText_isTheEntry() {
        Stream.concat(Samples.oddIdentifiers(), Stream.of("\0", "\r\n\t", "null", "{}", "\"", "\u2028"))
                .forEach(text -> assertRoundTrip(CodecUnderTest.entry(Sample.of(text)), Sample.class));
    }

    @Test
    default void decode_plainTypes_areTheEntry() {
        assertRoundTrip(CodecUnderTest.entry(42), Integer.class);
        assertRoundTrip(CodecUnderTest.entry(Long.MAX_VALUE), Long.class);
        assertRoundTrip(CodecUnderTest.entry(false), Boolean.class);
        assertRoundTrip(CodecUnderTest.entry(""), String.class);
    }

    static List<Duration> ttls() {
        return List.of(Duration.ofMillis(1), Duration.ofMillis(1_001), Duration.ofHours(1), Duration.ofDays(365));
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.CodecRoundTripTests#ttls")
    default void decode_ttl_isTheSame(Duration ttl) {
        assertRoundTrip(CacheEntry.of(KEY, Optional.of("value"), ttl, Set.of(), CREATED), String.class);
    }

    static List<Instant> times() {
        return List.of(Instant.EPOCH, Instant.EPOCH.minusMillis(1), Instant.parse("2026-02-28T23:59:59.999Z"),
                Instant.parse("2100-01-01T00:00:00Z"), CREATED);
    }

    @ParameterizedTest
    @MethodSource("io.hexcache.contract.CodecRoundTripTests#times")
    default void decode_timeOfCreation_isTheSameToTheMillisecond(Instant created) {
        assertRoundTrip(CacheEntry.of(KEY, Optional.of("value"), Duration.ofDays(1), Set.of(), created), String.class);
    }

    @Test
    default void decode_tags_areTheSame() {
        Set<Tag> odd = Samples.oddIdentifiers().filter(name -> Samples.bytes(name).length <= 128).map(Tag::new)
                .collect(Collectors.toSet());
        Set<Tag> many = IntStream.range(0, Tag.MAX_PER_ENTRY).mapToObj(i -> new Tag("tag-" + i))
                .collect(Collectors.toSet());

        assertRoundTrip(CacheEntry.of(KEY, Optional.of("v"), Duration.ofDays(1), odd, CREATED), String.class);
        assertRoundTrip(CacheEntry.of(KEY, Optional.of("v"), Duration.ofDays(1), many, CREATED), String.class);
    }

    @Test
    default void decode_oddKeys_areTheSame() {
        Stream.concat(Samples.oddIdentifiers().map(Samples::key), Stream.of(new CacheKey(new Namespace("a.b-c"), "1:v2",
                Integer.MAX_VALUE))).forEach(key -> assertRoundTrip(
                        CacheEntry.of(key, Optional.of("v"),
                                Duration.ofDays(1), Set.of(), CREATED),
                        String.class));
    }

    @Test
    default void encode_valueThatCannotBeWritten_throws() {
        assertThatExceptionOfType(CacheSerializationException.class)
                .isThrownBy(() -> codec().encode(CodecUnderTest.entry(new Unwritable())))
                .withMessageContaining(KEY.render());
    }

    private <V> void assertRoundTrip(CacheEntry<V> entry, Class<V> type) {
        byte[] bytes = codec().encode(entry);

        assertThat(codec().decode(entry.key(), bytes, type)).isInstanceOfSatisfying(Decoded.Intact.class,
                intact -> {
                    CacheEntry<?> decoded = intact.entry();
                    assertThat(decoded).isEqualTo(entry);
                    assertThat(decoded.createdAt().truncatedTo(ChronoUnit.MILLIS))
                            .isEqualTo(entry.createdAt().truncatedTo(ChronoUnit.MILLIS));
                    assertThat(decoded.size()).isEqualTo(bytes.length);
                });
    }
}
