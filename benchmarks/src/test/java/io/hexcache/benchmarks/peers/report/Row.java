package io.hexcache.benchmarks.peers.report;

import io.hexcache.benchmarks.peers.contest.Measurement;
import io.hexcache.benchmarks.peers.contest.Results;
import io.hexcache.benchmarks.peers.measure.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The medians of one measurement; what was not measured is missing. */
record Row(Measurement measurement, Map<String, Double> medians) {

    /** Those that every row of the file for programs has, measured or not. */
    static final List<String> USUAL = List.of(Figures.RATE, Figures.P50, Figures.P99, Figures.CPU, Figures.BYTES);

    private static final List<String> SPECIAL = List.of(Figures.LOADS, Figures.MILLIS, Figures.REMOVED,
            Figures.PING_IDLE, Figures.PING_DURING, Figures.SLOW);

    static List<Row> of(Results results) {
        return results.measurements().stream().map(measurement -> of(results, measurement)).toList();
    }

    private static Row of(Results results, Measurement measurement) {
        Map<String, Double> medians = new LinkedHashMap<>();
        Stream.concat(USUAL.stream(), SPECIAL.stream()).forEach(name -> results.median(measurement, name).ifPresent(
                median -> medians.put(name, median)));
        return new Row(measurement, medians);
    }

    double get(String name) {
        return medians.getOrDefault(name, Double.NaN);
    }
}
