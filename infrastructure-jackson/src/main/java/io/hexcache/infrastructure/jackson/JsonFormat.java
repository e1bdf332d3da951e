package io.hexcache.infrastructure.jackson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/** JSON in UTF-8, RFC 8259. */
final class JsonFormat implements PayloadFormat {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    private final ObjectMapper mapper;

    JsonFormat(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Slice write(Object value) {
        GrowingBytes out = new GrowingBytes();
        mapper.writeValue(out, value);
        return out.written();
    }

    @Override
    public boolean isNull(Slice written) {
        int from = written.offset();
        return Arrays.equals(written.array(), from, from + written.length(), NULL, 0, NULL.length);
    }

    @Override
    public @Nullable Object read(Slice written, ObjectReader reader) {
        return reader.readValue(written.array(), written.offset(), written.length());
    }
}
