package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.StoredForm;
import java.util.Map;

/** Makes values smaller where that is worth it, and large again where that is safe. */
final class Packer {

    /** Of a packed value, how much of the plain one it may be at most. */
    private static final double WORTH = 0.9;

    private final int maxValueBytes;
    private final Map<Compression, Packing> packings = Map.of(Compression.LZ4, new Lz4Packing(), Compression.GZIP,
            new GzipPacking());

    Packer(int maxValueBytes) {
        this.maxValueBytes = maxValueBytes;
    }

    /** The value as it is to be stored, which was written in the format of that form. */
    Payload pack(Slice plain, long fingerprint, StoredForm form) {
        Packing packing = packings.get(form.compression());
        if (packing != null && plain.length() > form.compressAbove()) {
            Slice packed = packing.pack(plain);
            if (packed.length() <= plain.length() * WORTH) {
                return new Payload(form.format(), form.compression(), plain.length(), fingerprint, packed);
            }
        }
        return new Payload(form.format(), Compression.NONE, plain.length(), fingerprint, plain);
    }

    /** The value as it was written. Its size is judged before any room is made for it. */
    Slice unpack(Payload payload) throws UnreadableEnvelopeException {
        int size = payload.size();
        if (size > maxValueBytes) {
            throw new UnreadableEnvelopeException("its value has %d bytes, more than the %d of codec.max-value"
                    .formatted(size, maxValueBytes));
        }
        Packing packing = packings.get(payload.compression());
        if (packing == null) {
            return payload.body();
        }
        if (size > (long) payload.body().length() * packing.mostPerByte()) {
            throw new UnreadableEnvelopeException("its value claims to be %d bytes, which %d packed ones cannot be"
                    .formatted(size, payload.body().length()));
        }
        return Slice.of(packing.unpack(payload.body(), size));
    }
}
