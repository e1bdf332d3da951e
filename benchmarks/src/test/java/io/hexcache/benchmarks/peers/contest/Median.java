package io.hexcache.benchmarks.peers.contest;

import java.util.List;

/** The middle one of some numbers, or between the two in the middle. */
public final class Median {

    private Median() {}

    /** Of at least one number. */
    public static double of(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
