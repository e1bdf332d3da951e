package io.hexcache.infrastructure.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Writes items of MessagePack, each in its shortest form. */
final class MessagePackOutput {

    private final GrowingBytes out;

    MessagePackOutput(GrowingBytes out) {
        this.out = out;
    }

    void nil() {
        out.write(MessagePackHead.NIL);
    }

    void truth(boolean value) {
        out.write(value ? MessagePackHead.TRUE : MessagePackHead.FALSE);
    }

    void number(long value) {
        if (value < 0) {
            negative(value);
        } else if (value < MessagePackHead.POSITIVE_BOUND) {
            out.write((int) value);
        } else {
            int step = value <= 0xff ? 0 : value <= 0xffff ? 1 : value <= 0xffff_ffffL ? 2 : 3;
            fixed(MessagePackHead.UNSIGNED + step, value, 1 << step);
        }
    }

    private void negative(long value) {
        if (value >= MessagePackHead.LEAST_NEGATIVE) {
            out.write((int) value);
        } else {
            int step = value >= Byte.MIN_VALUE ? 0 : value >= Short.MIN_VALUE ? 1 : value >= Integer.MIN_VALUE ? 2 : 3;
            fixed(MessagePackHead.SIGNED + step, value, 1 << step);
        }
    }

    private void fixed(int head, long value, int width) {
        out.write(head);
        out.number(value, width);
    }

    void number(float value) {
        fixed(MessagePackHead.FLOAT, Float.floatToRawIntBits(value), Float.BYTES);
    }

    void number(double value) {
        fixed(MessagePackHead.DOUBLE, Double.doubleToRawLongBits(value), Double.BYTES);
    }

    void number(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            number(value.longValue());
        } else if (value.bitLength() == Long.SIZE && value.signum() > 0) {
            fixed(MessagePackHead.UNSIGNED_LONG, value.longValue(), Long.BYTES);
        } else {
            byte[] digits = value.toByteArray();
            extension(MessagePackHead.BIG_INTEGER, digits.length);
            out.write(digits, 0, digits.length);
        }
    }

    void number(BigDecimal value) {
        byte[] digits = value.unscaledValue().toByteArray();
        extension(MessagePackHead.BIG_DECIMAL, Integer.BYTES + digits.length);
        out.number(value.scale(), Integer.BYTES);
        out.write(digits, 0, digits.length);
    }

    private void extension(int type, int length) {
        sized(MessagePackHead.EXTENSION, length);
        out.write(type);
    }

    void text(byte[] utf8) {
        if (utf8.length < MessagePackHead.SMALL_STRING_BOUND) {
            out.write(MessagePackHead.SMALL_STRING | utf8.length);
        } else {
            sized(MessagePackHead.STRING, utf8.length);
        }
        out.write(utf8, 0, utf8.length);
    }

    void binary(byte[] data) {
        sized(MessagePackHead.BINARY, data.length);
        out.write(data, 0, data.length);
    }

    private void sized(int head, int length) {
        int step = length <= 0xff ? 0 : length <= 0xffff ? 1 : 2;
        fixed(head + step, length, 1 << step);
    }

    /** Leaves room for the head of a map or array, whose length is known at its end only; most are short. */
    int open() {
        int gap = out.size();
        out.write(0);
        return gap;
    }

    void closeMap(int gap, int size) {
        close(gap, size, MessagePackHead.SMALL_MAP, MessagePackHead.MAP);
    }

    void closeArray(int gap, int size) {
        close(gap, size, MessagePackHead.SMALL_ARRAY, MessagePackHead.ARRAY);
    }

    private void close(int gap, int size, int small, int large) {
        if (size < MessagePackHead.SMALL_BOUND) {
            out.numberAt(gap, small | size, 1);
            return;
        }
        boolean isShort = size <= 0xffff;
        int width = isShort ? Short.BYTES : Integer.BYTES;
        out.insert(gap + 1, width);
        out.numberAt(gap, isShort ? large : large + 1, 1);
        out.numberAt(gap + 1, size, width);
    }
}
