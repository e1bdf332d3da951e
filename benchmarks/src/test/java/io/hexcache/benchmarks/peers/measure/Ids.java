package io.hexcache.benchmarks.peers.measure;

import java.util.stream.IntStream;

/** The identifiers of what is cached, twelve digits each, as {@code redis-benchmark} makes them. */
public final class Ids {

    private Ids() {}

    /** The one with this number. */
    public static String of(long number) {
        String digits = Long.toString(number);
        return "0".repeat(12 - digits.length()) + digits;
    }

    static String[] first(int count) {
        return IntStream.range(0, count).mapToObj(Ids::of).toArray(String[]::new);
    }
}
