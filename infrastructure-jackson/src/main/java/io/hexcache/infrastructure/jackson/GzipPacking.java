package io.hexcache.infrastructure.jackson;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Gzip, RFC 1952, by the JDK. */
final class GzipPacking implements Packing {

    @Override
    public Slice pack(Slice plain) {
        GrowingBytes packed = new GrowingBytes();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain.array(), plain.offset(), plain.length());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes what is written to it", impossible);
        }
        return packed.written();
    }

    @Override
    public byte[] unpack(Slice packed, int size) throws UnreadableEnvelopeException {
        ByteArrayInputStream from = new ByteArrayInputStream(packed.array(), packed.offset(), packed.length());
        try (GZIPInputStream in = new GZIPInputStream(from)) {
            byte[] plain = new byte[size];
            if (in.readNBytes(plain, 0, size) == size && in.read() < 0) {
                return plain;
            }
        } catch (IOException broken) {
            // Neither is it what was packed; the reason below says so.
        }
        throw new UnreadableEnvelopeException("its value is no gzip stream of the size that it claims");
    }

    /** Two bits can stand for 258 bytes (RFC 1951, section 3.2.5). */
    @Override
    public int mostPerByte() {
        return 1_032;
    }
}
