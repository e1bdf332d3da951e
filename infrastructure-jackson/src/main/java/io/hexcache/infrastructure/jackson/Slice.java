package io.hexcache.infrastructure.jackson;

/** Part of an array that nobody changes any more; never compared. */
@SuppressWarnings("ArrayRecordComponent")
record Slice(byte[] array, int offset, int length) {

    static Slice empty() {
        return of(new byte[0]);
    }

    static Slice of(byte[] array) {
        return new Slice(array, 0, array.length);
    }
}
