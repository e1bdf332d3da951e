package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.ValueFormat;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What an {@link Envelope} says about its value; all of it 0 where there is none. */
record PayloadFields(int format, int compression, int size, long fingerprint) {

    static final int BYTES = 14;

    static void write(Optional<Payload> payload, ByteBuffer out) {
        payload.ifPresentOrElse(value -> out.put(code(value.format())).put(code(value.compression())).putInt(value
                .size()).putLong(value.fingerprint()), () -> out.put(new byte[BYTES]));
    }

    private static byte code(ValueFormat format) {
        return switch (format) {
            case JSON -> 1;
            case MESSAGE_PACK -> 2;
        };
    }

    private static byte code(Compression compression) {
        return switch (compression) {
            case NONE -> 0;
            case LZ4 -> 1;
            case GZIP -> 2;
        };
    }

    static PayloadFields read(ByteBuffer in) {
        return new PayloadFields(in.get(), in.get(), in.getInt(), in.getLong());
    }

    boolean areEmpty() {
        return format == 0 && compression == 0 && size == 0 && fingerprint == 0;
    }

    Payload with(Slice body) throws UnreadableEnvelopeException {
        ValueFormat written = switch (format) {
            case 1 -> ValueFormat.JSON;
            case 2 -> ValueFormat.MESSAGE_PACK;
            default -> throw new UnreadableEnvelopeException("its value has the unknown format " + format);
        };
        Compression packed = switch (compression) {
            case 0 -> Compression.NONE;
            case 1 -> Compression.LZ4;
            case 2 -> Compression.GZIP;
            default -> throw new UnreadableEnvelopeException("its value has the unknown compression " + compression);
        };
        if (size < 0 || (packed == Compression.NONE && size != body.length())) {
            throw new UnreadableEnvelopeException("the size of its value is wrong");
        }
        return new Payload(written, packed, size, fingerprint, body);
    }
}
