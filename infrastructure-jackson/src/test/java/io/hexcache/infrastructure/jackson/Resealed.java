package io.hexcache.infrastructure.jackson;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** Envelopes that somebody has changed on purpose, with a checksum that is right all the same. */
final class Resealed {

    static final int VERSION_AT = 2;
    static final int FLAGS_AT = 3;
    static final int FORMAT_AT = 56;
    static final int COMPRESSION_AT = 57;
    static final int SIZE_AT = 58;
    static final int FINGERPRINT_AT = 62;

    private Resealed() {}

    static byte[] after(byte[] envelope, Consumer<ByteBuffer> change) {
        ByteBuffer changed = ByteBuffer.wrap(envelope.clone());
        change.accept(changed);
        CRC32C checksum = new CRC32C();
        checksum.update(changed.array(), 0, 4);
        checksum.update(changed.array(), 8, envelope.length - 8);
        return changed.putInt(4, (int) checksum.getValue()).array();
    }
}
