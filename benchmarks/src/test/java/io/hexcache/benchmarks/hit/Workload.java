package io.hexcache.benchmarks.hit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which keys there are, how long each lives, and in which order they are read: the same for both sides. */
final class Workload {

    /** All of them fit into L1 with its default limits, with room left. */
    static final int KEYS = 1 << 13;

    /** A power of two. */
    static final int READS = 1 << 17;

    private static final long SEED = 20_261_120;
    private static final int VALUE_LENGTH = 256;

    private final List<String> keys = IntStream.range(0, KEYS).mapToObj("product-%05d"::formatted).toList();

    List<String> keys() {
        return keys;
    }

    /** A value of this key, of 256 characters. */
    String value(String key) {
        return key.repeat(VALUE_LENGTH / key.length() + 1).substring(0, VALUE_LENGTH);
    }

    /** Between 30 and 60 minutes, another one for each key. */
    Duration ttl(String key) {
        return Duration.ofMinutes(30).plusMillis(Math.floorMod(key.hashCode(), 1_800_000));
    }

    /** Keys as a service reads them: the key of rank r with a frequency of 1/r (Zipf), ranks spread over the keys. */
    String[] reads() {
        double[] upTo = new double[KEYS];
        double sum = 0;
        for (int rank = 0; rank < KEYS; rank++) {
            sum += 1.0 / (rank + 1);
            upTo[rank] = sum;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        String[] reads = new String[READS];
        for (int i = 0; i < READS; i++) {
            int rank = rankAt(upTo, random.nextDouble() * sum);
            reads[i] = keys.get(rank * 4_999 & KEYS - 1);
        }
        return reads;
    }

    private static int rankAt(double[] upTo, double point) {
        int found = Arrays.binarySearch(upTo, point);
        return Math.min(found < 0 ? -found - 1 : found, KEYS - 1);
    }
}
