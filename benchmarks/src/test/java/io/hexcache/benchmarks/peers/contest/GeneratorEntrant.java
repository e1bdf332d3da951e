package io.hexcache.benchmarks.peers.contest;

import io.hexcache.benchmarks.peers.measure.Figures;
import io.hexcache.benchmarks.peers.plan.Callers;
import io.hexcache.benchmarks.peers.plan.Contestant;
import io.hexcache.benchmarks.peers.plan.Intervals;
import io.hexcache.contract.server.RedisProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code redis-benchmark}, reading the keys of the plain clients with 16 commands in each pipeline; it answers what the
 * server and the machine can do. Its latency is that of a pipeline.
 *
 * @param keys how many there are, named as {@code key:} and twelve digits
 */
record GeneratorEntrant(Contestant contestant, RedisProcess redis, int keys) implements Entrant {

    private static final String PROGRAM = "redis-benchmark";

    /** Takes about a second on a small machine. */
    private static final int REQUESTS_PER_SECOND = 1_000_000;

    /** Whether there is such a program. */
    static boolean isInstalled() {
        try {
            return new ProcessBuilder(PROGRAM, "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean takes(Callers callers) {
        return callers.kind() == Callers.Kind.CLIENTS;
    }

    @Override
    public void warmUp(Callers callers, Duration duration) {
        measure(callers, Intervals.of(0, 0, 100, 0));
    }

    @Override
    public Figures measure(Callers callers, Intervals intervals) {
        List<String> command = new ArrayList<>(List.of(PROGRAM, "-h", redis.host(), "-p", "" + redis.port(), "--csv"));
        command.addAll(List.of("-P", "16", "-c", "" + callers.count(), "-r", "" + keys));
        command.addAll(List.of("-n", "" + intervals.throughput().toMillis() * REQUESTS_PER_SECOND / 1_000));
        command.addAll(List.of("GET", "key:__rand_int__"));
        List<String> lines = output(command);
        if (lines.size() != 2) {
            throw new IllegalStateException(PROGRAM + " said " + lines);
        }
        Map<String, Double> columns = columns(lines.get(0), lines.get(1));
        return new Figures(Map.of(Figures.RATE, columns.getOrDefault("rps", Double.NaN), Figures.P50, columns
                .getOrDefault("p50_latency_ms", Double.NaN) * 1e3, Figures.P99,
                columns.getOrDefault("p99_latency_ms",
                        Double.NaN) * 1e3));
    }

    private static Map<String, Double> columns(String names, String values) {
        List<String> numbers = cells(values);
        List<String> heads = cells(names);
        return Stream.iterate(1, column -> column < heads.size(), column -> column + 1).collect(
                Collectors.toMap(heads::get, column -> Double.valueOf(numbers.get(column))));
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split(",")).map(cell -> cell.replace("\"", "").strip()).toList();
    }

    private static List<String> output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.inputReader().lines().filter(line -> line.startsWith("\"")).toList();
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }

    @Override
    public void close() {
        // It ends with each measurement.
    }
}
