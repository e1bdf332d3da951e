package io.hexcache.domain.hotkey;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws items by Zipf's law: the item of rank r with a weight of {@code r^-skew}; 0 is the even distribution. */
final class ZipfStream {

    private final double[] cumulated;
    private final RandomGenerator random;
    private final Map<String, Long> drawn = new HashMap<>();

    ZipfStream(int items, double skew, RandomGenerator random) {
        this.cumulated = new double[items];
        double sum = 0;
        for (int rank = 1; rank <= items; rank++) {
            sum += Math.pow(rank, -skew);
            cumulated[rank - 1] = sum;
        }
        this.random = random;
    }

    String next() {
        int found = Arrays.binarySearch(cumulated, random.nextDouble(cumulated[cumulated.length - 1]));
        String item = "item" + (found < 0 ? -found - 1 : found);
        drawn.merge(item, 1L, Long::sum);
        return item;
    }

    /** How often each item was drawn so far. */
    Map<String, Long> drawn() {
        return drawn;
    }
}
