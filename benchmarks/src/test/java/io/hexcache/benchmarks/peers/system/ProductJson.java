package io.hexcache.benchmarks.peers.system;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The decoder of all peers: the same library, as strict as ours. */
final class ProductJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();

    private final ObjectReader reader = MAPPER.readerFor(Product.class);
    private final ObjectWriter writer = MAPPER.writerFor(Product.class);

    byte[] write(Product value) {
        return writer.writeValueAsBytes(value);
    }

    Product read(byte[] json) {
        return reader.readValue(json);
    }

    /** Reads from this place on. */
    Product read(byte[] bytes, int offset) {
        return reader.readValue(bytes, offset, bytes.length - offset);
    }
}
