package io.hexcache.domain.hotkey;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Picks one in so many calls, evenly and in no pattern: a SplitMix64 sequence per stripe of threads, so that processors
 * do not write to one place. It samples, and decides nothing that a seed would have to repeat. Two threads of a stripe
 * may now and then draw the same number, which changes no odds.
 */
final class Sampler {

    private static final int STRIPES = 16;

    /** In longs: two cache lines, since processors fetch them in pairs. */
    private static final int DISTANCE = 16;

    private final AtomicLongArray states = new AtomicLongArray((STRIPES + 1) * DISTANCE);

    Sampler() {
        for (int stripe = 1; stripe <= STRIPES; stripe++) {
            states.setPlain(stripe * DISTANCE, Scramble.of(stripe));
        }
    }

    /** Whether this call is the one picked out of {@code 2^shift}. */
    boolean picksOneOfTwoToThe(int shift) {
        if (shift == 0) {
            return true;
        }
        int stripe = 1 + (int) (Scramble.of(Thread.currentThread().threadId()) & STRIPES - 1);
        long state = states.getOpaque(stripe * DISTANCE) + Scramble.GOLDEN;
        states.setOpaque(stripe * DISTANCE, state);
        return (Scramble.of(state) & (1L << shift) - 1) == 0;
    }
}
