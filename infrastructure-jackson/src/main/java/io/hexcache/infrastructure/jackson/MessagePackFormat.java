package io.hexcache.infrastructure.jackson;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamWriteException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/**
 * MessagePack, as any of its libraries reads it; what it has no number for is an extension, see
 * {@link MessagePackHead}.
 */
final class MessagePackFormat implements PayloadFormat {

    private final ObjectMapper mapper;
    private final StreamReadConstraints limits;

    MessagePackFormat(ObjectMapper mapper, StreamReadConstraints limits) {
        this.mapper = mapper;
        this.limits = limits;
    }

    @Override
    public Slice write(Object value) {
        GrowingBytes out = new GrowingBytes();
        try {
            new MessagePackWriter(mapper.writeValueIntoBuffer(value).asParser(), out).write();
        } catch (StackOverflowError endless) {
            // Jackson's buffer bounds no nesting, as its writer of JSON does; nothing but the buffer is left half-done.
            throw new StreamWriteException(null, "it is nested without end, or nearly so", endless);
        }
        return out.written();
    }

    @Override
    public boolean isNull(Slice written) {
        return written.length() == 1 && written.array()[written.offset()] == (byte) MessagePackHead.NIL;
    }

    @Override
    public @Nullable Object read(Slice written, ObjectReader reader) {
        return reader.readValue(new MessagePackParser(written, limits));
    }
}
