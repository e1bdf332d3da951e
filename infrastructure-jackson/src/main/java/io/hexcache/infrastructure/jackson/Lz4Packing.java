package io.hexcache.infrastructure.jackson;

import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * LZ4 blocks. Both ways in Java that checks every index, since what is read is untrusted: the library's native code is
 * some times faster and would be trusted with it.
 */
final class Lz4Packing implements Packing {

    private final LZ4Compressor compressor = LZ4Factory.safeInstance().fastCompressor();
    private final LZ4SafeDecompressor decompressor = LZ4Factory.safeInstance().safeDecompressor();

    @Override
    public Slice pack(Slice plain) {
        byte[] packed = new byte[compressor.maxCompressedLength(plain.length())];
        return new Slice(packed, 0, compressor.compress(plain.array(), plain.offset(), plain.length(), packed, 0));
    }

    @Override
    public byte[] unpack(Slice packed, int size) throws UnreadableEnvelopeException {
        try {
            byte[] plain = new byte[size];
            int length = decompressor.decompress(packed.array(), packed.offset(), packed.length(), plain, 0);
            if (length == size) {
                return plain;
            }
        } catch (LZ4Exception | IndexOutOfBoundsException broken) {
            // Neither is it what was packed; the reason below says so.
        }
        throw new UnreadableEnvelopeException("its value is no LZ4 block of the size that it claims");
    }

    /** Each further byte of a length adds 255 at most (lz4_Block_format.md, "Compression ratio"). */
    @Override
    public int mostPerByte() {
        return 255;
    }
}
