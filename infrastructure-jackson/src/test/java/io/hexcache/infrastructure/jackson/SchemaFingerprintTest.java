package io.hexcache.infrastructure.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.StoredForm;
import io.hexcache.domain.entry.ValueFormat;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Decoded;
import io.hexcache.domain.port.SchemaMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaFingerprintTest {

    private static final CacheKey KEY = CacheKey.parse("shapes:1:v0");

    private final JacksonValueCodec codec = new JacksonValueCodec();

    enum Grade {
        LOW, HIGH
    }

    enum GradeSorted {
        HIGH, LOW
    }

    enum GradeMore {
        LOW, HIGH, HIGHEST
    }

    record Order(String id, int lines, List<Grade> grades, Map<String, Part> parts, Optional<Order> parent) {}

    record Part(long number, double weight) {}

    /** Everything but the names of classes and the order is the same. */
    record Moved(Optional<Moved> parent, Map<String, Piece> parts, List<GradeSorted> grades,
            @JsonProperty("id") String identifier,
            int lines) {}

    record Piece(double weight, long number) {}

    record Renamed(String key, int lines, List<Grade> grades, Map<String, Part> parts, Optional<Renamed> parent) {}

    record Widened(String id, long lines, List<Grade> grades, Map<String, Part> parts, Optional<Widened> parent) {}

    record Deeper(String id, int lines, List<Grade> grades, Map<String, PartMore> parts, Optional<Deeper> parent) {}

    record PartMore(long number, double weight, String unit) {}

    record Graded(String id, int lines, List<GradeMore> grades, Map<String, Part> parts, Optional<Graded> parent) {}

    record Single(String id, int lines, Grade grades, Map<String, Part> parts, Optional<Single> parent) {}

    record Keyed(String id, int lines, List<Grade> grades, Map<Grade, Part> parts, Optional<Keyed> parent) {}

    @Test
    void fingerprint_ofAnyOtherShape_isAnother() {
        List<Class<?>> shapes = List.of(Order.class, Renamed.class, Widened.class, Deeper.class, Graded.class,
                Single.class, Keyed.class, Part.class, PartMore.class, String.class, Integer.class, Grade.class,
                GradeMore.class, String[].class, int[].class);
        Set<Long> fingerprints = new HashSet<>();
        shapes.forEach(type -> fingerprints.add(codec.fingerprint(type)));

        assertThat(fingerprints).hasSize(shapes.size()).doesNotContain(0L);
    }

    @Test
    void fingerprint_ofTheSameShape_countsNeitherOrderNorNamesOfClasses() {
        assertThat(codec.fingerprint(Moved.class)).isEqualTo(codec.fingerprint(Order.class));
        assertThat(codec.fingerprint(GradeSorted.class)).isEqualTo(codec.fingerprint(Grade.class));
    }

    /** A stored format: if this fails, values of all namespaces become misses once, and the changelog has to say so. */
    @Test
    void fingerprint_ofKnownShapes_staysWhatItIs() {
        assertThat(Long.toHexString(codec.fingerprint(GoldenEntries.Person.class))).isEqualTo("9f130adc01c444f3");
        assertThat(Long.toHexString(codec.fingerprint(Order.class))).isEqualTo("18896ba8ca3cfbe4");
        assertThat(Long.toHexString(codec.fingerprint(Grade.class))).isEqualTo("d5ccb1e3fff24869");
    }

    interface Anything {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({@JsonSubTypes.Type(Dog.class), @JsonSubTypes.Type(Animal.class)})
    static class Animal {
        public String name = "";
    }

    static final class Dog extends Animal {
        public boolean barks;
    }

    @Test
    void fingerprint_ofATypeThatDoesNotSayWhatItHolds_isZero() {
        List<Class<?>> types = List.of(Object.class, Number.class, Anything.class, Animal.class, Dog.class, List.class,
                Map.class, Collection.class, HashMap.class, Object[].class);
        assertThat(types).allSatisfy(type -> assertThat(codec.fingerprint(type)).isZero());
    }

    enum Bodied {
        PLAIN, OVERRIDDEN {
            @Override
            public String toString() {
                return "other";
            }
        }
    }

    record Label(@JsonValue String text) {}

    @ParameterizedTest
    @EnumSource(ValueFormat.class)
    void decode_valuesWhoseClassIsNotTheTypeItself_areTheValues(ValueFormat format) {
        assertThat(again(Bodied.OVERRIDDEN, Bodied.class, format)).isEqualTo(Bodied.OVERRIDDEN);
        assertThat(again(new Label("x"), Label.class, format)).isEqualTo(new Label("x"));
        assertThat(again(List.of("a"), Object.class, format)).isEqualTo(List.of("a"));
        assertThat(again(7, int.class, format)).isEqualTo(7);
        Animal read = again(new Dog(), Animal.class, format);
        assertThat(read).isInstanceOf(Dog.class);
    }

    private <V> V again(V value, Class<V> type, ValueFormat format) {
        return decoded(codec.decode(KEY, codec.encode(entry(value).in(StoredForm.DEFAULT.as(format))), type));
    }

    private static <V> V decoded(Decoded<V> decoded) {
        assertThat(decoded).isInstanceOf(Decoded.Intact.class);
        return ((Decoded.Intact<V>) decoded).entry().value().orElseThrow();
    }

    private static <V> CacheEntry<V> entry(V value) {
        return CacheEntry.of(KEY, Optional.of(value), Duration.ofMinutes(1), Set.of(), Instant.EPOCH);
    }

    @Test
    void decode_anotherShapeThatWouldFit_isUnreadableAndSaysWhich() {
        byte[] widened = codec.encode(entry(new Widened("a", 1, List.of(), Map.of(), Optional.empty())));

        assertThat(codec.decode(KEY, widened, Order.class)).isEqualTo(new Decoded.Unreadable<>(
                "its value has the shape %016x, not %016x".formatted(codec.fingerprint(Widened.class), codec
                        .fingerprint(Order.class))));
    }

    private byte[] withFingerprint(long fingerprint) {
        return Resealed.after(codec.encode(entry(new Part(1, 2))), envelope -> envelope.putLong(
                Resealed.FINGERPRINT_AT, fingerprint));
    }

    @Test
    void decode_shapeThatIsNotTold_isTried() {
        assertThat(decoded(codec.decode(KEY, withFingerprint(0), Part.class))).isEqualTo(new Part(1, 2));
        assertThat(codec.decode(KEY, withFingerprint(0), PartMore.class)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(codec.decode(KEY, withFingerprint(1), Part.class)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(codec.decode(KEY, withFingerprint(1), Object.class)).isInstanceOf(Decoded.Intact.class);
    }

    @ParameterizedTest
    @EnumSource(ValueFormat.class)
    void decode_withMigrations_takesTheOneOfTheShape(ValueFormat format) {
        var migrating = codec.migrating(List.of(new SchemaMigration(codec.fingerprint(Part.class), fields -> {
            fields.put("unit", "kg");
            return fields;
        }), new SchemaMigration(codec.fingerprint(Single.class), fields -> Map.of("number", fields.get("lines"),
                "weight", 0.5, "unit", "g"))));

        assertThat(decoded(migrating.decode(KEY, codec.encode(entry(new Part(7, 1.5)).in(StoredForm.DEFAULT.as(
                format))), PartMore.class))).isEqualTo(new PartMore(7, 1.5, "kg"));
        assertThat(decoded(migrating.decode(KEY, codec.encode(entry(new Single("a", 9, Grade.LOW, Map.of(), Optional
                .empty())).in(StoredForm.DEFAULT.as(format))), PartMore.class))).isEqualTo(new PartMore(9, 0.5, "g"));
    }
}
