package io.hexcache.infrastructure.jackson;

/**
 * The first bytes of MessagePack's items, as in its specification (msgpack/spec.md, "Formats"). Where a sort of item
 * has several, they follow each other by the width of the number behind them, 1, 2, 4 and 8 bytes; a number below a
 * bound stands in the first byte itself.
 */
final class MessagePackHead {

    static final int POSITIVE_BOUND = 0x80;
    static final int SMALL_MAP = 0x80;
    static final int SMALL_ARRAY = 0x90;
    static final int SMALL_STRING = 0xa0;
    static final int NIL = 0xc0;
    static final int FALSE = 0xc2;
    static final int TRUE = 0xc3;
    static final int BINARY = 0xc4;
    static final int EXTENSION = 0xc7;
    static final int FLOAT = 0xca;
    static final int DOUBLE = 0xcb;
    static final int UNSIGNED = 0xcc;
    static final int UNSIGNED_LONG = 0xcf;
    static final int SIGNED = 0xd0;
    static final int FIXED_EXTENSION = 0xd4;
    static final int STRING = 0xd9;
    static final int ARRAY = 0xdc;
    static final int MAP = 0xde;
    static final int NEGATIVE = 0xe0;

    /** The numbers from here to -1 are their own heads, of which {@link #NEGATIVE} is the first. */
    static final int LEAST_NEGATIVE = -32;

    /** Bound of the length in the head of a map or array, and of a string. */
    static final int SMALL_BOUND = 16;
    static final int SMALL_STRING_BOUND = 32;

    /** Our types of extension: a whole number beyond 64 bits, in two's complement, the highest byte first. */
    static final int BIG_INTEGER = 1;

    /** A decimal: its scale, 4 bytes, and its digits as such a whole number. */
    static final int BIG_DECIMAL = 2;

    private MessagePackHead() {}
}
