package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.entry.ValueFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads values, with one binding of types to fields for all formats. Polymorphic typing is off, so bytes out
 * of a store can make objects of the asked type only. A field that the type does not know, or one of a constructor that
 * is missing, makes the value unreadable: it was written by other code.
 */
final class Values {

    /** What is worked out once for each type. */
    private record Known(ObjectReader reader, long fingerprint) {}

    private final JsonMapper mapper;
    private final PayloadFormat json;
    private final PayloadFormat messagePack;
    private final TypeShapes shapes;
    private final Map<Class<?>, Known> known = new ConcurrentHashMap<>();

    /** Values of so many bytes at most. */
    Values(int maxValueBytes) {
        StreamReadConstraints limits = StreamReadConstraints.builder().maxDocumentLength(maxValueBytes).maxStringLength(
                maxValueBytes).maxNameLength(maxValueBytes).build();
        this.mapper = mapper(limits);
        this.json = new JsonFormat(mapper);
        this.messagePack = new MessagePackFormat(mapper, limits);
        this.shapes = new TypeShapes(mapper);
    }

    private static JsonMapper mapper(StreamReadConstraints limits) {
        return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build()).enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();
    }

    /** The format itself. */
    PayloadFormat in(ValueFormat format) {
        return switch (format) {
            case JSON -> json;
            case MESSAGE_PACK -> messagePack;
        };
    }

    long fingerprint(Class<?> type) {
        return known(type).fingerprint();
    }

    /** The value in these bytes; empty if it is null. Throws what Jackson and the type's own code throw. */
    @SuppressWarnings("unchecked") // the reader is that of the type, which may be a primitive one
    <V> Optional<V> read(Slice written, ValueFormat format, Class<V> type) {
        return Optional.ofNullable((V) in(format).read(written, known(type).reader()));
    }

    /** As {@link #read}, of the fields that are made of those in these bytes. */
    @SuppressWarnings("unchecked") // Jackson makes of a document a map of texts to what it holds
    <V> Optional<V> read(Slice written, ValueFormat format, Class<V> type, UnaryOperator<Map<String, Object>> change) {
        return read(written, format, Map.class).map(fields -> mapper.convertValue(change.apply(fields), type));
    }

    private Known known(Class<?> type) {
        Known before = known.get(type);
        return before != null ? before
                : known.computeIfAbsent(type, asked -> new Known(mapper.readerFor(asked), shapes
                        .fingerprint(asked)));
    }
}
