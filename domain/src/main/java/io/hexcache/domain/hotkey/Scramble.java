package io.hexcache.domain.hotkey;

/**
 * Turns numbers that lie close together into numbers that look random: the finalizer of SplitMix64 (Steele, Lea and
 * Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
 */
final class Scramble {

    /** An odd number whose multiples reach every long: 2^64 divided by the golden ratio. */
    static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Scramble() {}

    static long of(long number) {
        long mixed = number + GOLDEN;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
