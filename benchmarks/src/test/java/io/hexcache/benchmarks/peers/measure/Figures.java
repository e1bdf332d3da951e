package io.hexcache.benchmarks.peers.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one measurement has found: numbers by name, which travel between processes as {@code name=number ...}. */
public record Figures(Map<String, Double> values) {

    /** How many operations a second. */
    public static final String RATE = "operationsPerSecond";

    /** Half of the operations took no longer. */
    public static final String P50 = "p50Micros";

    /** 99 of 100 operations took no longer. */
    public static final String P99 = "p99Micros";

    /** Processor time of the client's process. */
    public static final String CPU = "cpuMicrosPerOperation";

    /** Bytes that the client's process allocated, in all of its threads. */
    public static final String BYTES = "bytesPerOperation";

    /** How many loads the source has seen. */
    public static final String LOADS = "loads";

    /** How long all of it took. */
    public static final String MILLIS = "millis";

    /** How many entries were removed. */
    public static final String REMOVED = "removed";

    /** The 99.9th percentile of another client's pings, in microseconds, while nothing else asks the server. */
    public static final String PING_IDLE = "pingIdleP999Micros";

    /** The same, while entries were removed. */
    public static final String PING_DURING = "pingDuringP999Micros";

    /** How many commands took the server longer than 5 ms meanwhile. */
    public static final String SLOW = "slowCommands";

    /** Nothing was measured. */
    public static final Figures NONE = new Figures(Map.of());

    /** Keeps their order. */
    public Figures {
        values = new LinkedHashMap<>(values);
    }

    /** Reads what {@link #text} wrote. */
    public static Figures parse(String text) {
        return new Figures(Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).map(word -> word.split("=", 2))
                .collect(Collectors.toMap(word -> word[0], word -> Double.valueOf(word[1]), (_, later) -> later,
                        LinkedHashMap::new)));
    }

    /** One line, without an end of line. */
    public String text() {
        return values.entrySet().stream().map(value -> value.getKey() + "=" + value.getValue()).collect(Collectors
                .joining(" "));
    }

    /** The number of this name; not a number if it was not measured. */
    public double get(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    /** The same with those of another measurement. */
    public Figures and(Figures more) {
        Map<String, Double> all = new LinkedHashMap<>(values);
        all.putAll(more.values);
        return new Figures(all);
    }
}
