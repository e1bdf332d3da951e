package io.hexcache.infrastructure.jackson;

import java.util.Arrays;

/** How many items are still to come in each of the maps and arrays that are open. */
final class NestedLengths {

    private static final int FIRST = 16;

    private long[] left = new long[FIRST];
    private int depth;

    void begin(long length) {
        if (depth == left.length) {
            left = Arrays.copyOf(left, depth * 2);
        }
        left[depth++] = length;
    }

    boolean isEnded() {
        return left[depth - 1] == 0;
    }

    void next() {
        left[depth - 1]--;
    }

    void end() {
        depth--;
    }
}
