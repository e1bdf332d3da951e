package io.hexcache.infrastructure.jackson;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that are being written, in one array that is handed out without a copy; for one thread. */
final class GrowingBytes extends OutputStream {

    private static final int FIRST = 512;

    private byte[] bytes = new byte[FIRST];
    private int size;

    @Override
    public void write(int one) {
        room(1);
        bytes[size++] = (byte) one;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        room(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    /** The lowest bytes of the number, so many, the highest of them first. */
    void number(long value, int length) {
        room(length);
        for (int shift = (length - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /** Makes room for so many bytes at a place, before what stands there. */
    void insert(int at, int length) {
        room(length);
        System.arraycopy(bytes, at, bytes, at + length, size - at);
        size += length;
    }

    /** As {@link #number}, in the place of what stands there. */
    void numberAt(int at, long value, int length) {
        for (int i = 0; i < length; i++) {
            bytes[at + i] = (byte) (value >>> ((length - 1 - i) * Byte.SIZE));
        }
    }

    int size() {
        return size;
    }

    /** What has been written; nothing may be written afterwards. */
    Slice written() {
        return new Slice(bytes, 0, size);
    }

    private void room(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), (int) Math.min(bytes.length * 2L,
                    Integer.MAX_VALUE - Long.BYTES)));
        }
    }
}
