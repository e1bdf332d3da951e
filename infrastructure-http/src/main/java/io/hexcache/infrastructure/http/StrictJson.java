package io.hexcache.infrastructure.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as the service reads and writes it: RFC 8259 without extensions, one meaning per text (no duplicate names,
 * nothing behind the value), bounded nesting and numbers, no value turned into another type, and numbers that keep all
 * digits.
 */
final class StrictJson {

    /** Objects and arrays within each other; deeper ones only serve to exhaust a reader's stack. */
    static final int MAX_NESTING = 100;

    /** Characters of one number. Reading a longer one costs more than it can mean. */
    static final int MAX_NUMBER_LENGTH = 1_000;

    private final JsonMapper mapper;

    StrictJson() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).maxNumberLength(
                        MAX_NUMBER_LENGTH).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        this.mapper = JsonMapper.builder(factory)
                .annotationIntrospector(new RequiredComponents())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .withCoercionConfig(LogicalType.Textual, text -> text
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .changeDefaultPropertyInclusion(properties -> properties.withValueInclusion(
                        JsonInclude.Include.NON_ABSENT))
                .build();
    }

    /** The body as this type; throws a refusal with 400, or what the type's own constructor threw. */
    <B> B read(byte[] body, Class<B> type) {
        if (body.length == 0) {
            throw new RequestRefused(400, "the body is empty; it must be a JSON object");
        }
        Utf8Body.check(body);
        try {
            B read = mapper.readValue(body, type);
            if (read == null) {
                throw new RequestRefused(Problem.of(400, "the body is null; it must be a JSON object").at("",
                        Optional.empty()));
            }
            return read;
        } catch (JacksonException unreadable) {
            throw UnreadableBody.explain(unreadable);
        }
    }

    byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }
}
