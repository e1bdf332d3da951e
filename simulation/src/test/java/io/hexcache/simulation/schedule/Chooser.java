package io.hexcache.simulation.schedule;

import java.util.SplittableRandom;

/** Decides which of the tasks that can run goes on. */
@FunctionalInterface
public interface Chooser {

    /**
     * One of them. Number 0 is the task that ran so far, if it can go on.
     *
     * @param options how many there are, 2 or more
     * @return from 0 to {@code options - 1}
     */
    int choose(int options);

    /** Each with the same chance; the same seed chooses the same. */
    static Chooser random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random::nextInt;
    }

    /** Always the one that ran so far, until it waits or ends. */
    static Chooser first() {
        return options -> 0;
    }
}
