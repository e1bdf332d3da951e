package io.hexcache.benchmarks.peers.measure;

import io.hexcache.benchmarks.peers.plan.Callers;
import io.hexcache.benchmarks.peers.plan.Intervals;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Measures an operation: rate, processor time and bytes in one undisturbed interval, latency in another. */
final class Meter {

    /** Enough for an error of 1 %, and small enough for thousands of callers. */
    private static final int DIGITS = 2;

    private final Operation operation;
    private final int keys;

    /** An operation on this many keys. */
    Meter(Operation operation, int keys) {
        this.operation = operation;
        this.keys = keys;
    }

    Figures measure(Callers callers, Intervals intervals) {
        run(callers, intervals.settle());
        ClosedLoop.Outcome outcome = run(callers, intervals.throughput());
        double operations = outcome.operations();
        ProcessUse use = outcome.use();
        Histogram latencies = latencies(callers, intervals.latency());
        return new Figures(Map.of(Figures.RATE, operations / use.nanos() * 1e9, Figures.CPU, use.cpuNanos() / 1e3
                / operations, Figures.BYTES, use.bytes() / operations, Figures.P50,
                latencies.getValueAtPercentile(50)
                        / 1e3,
                Figures.P99, latencies.getValueAtPercentile(99) / 1e3));
    }

    private ClosedLoop.Outcome run(Callers callers, Duration duration) {
        return ClosedLoop.run(callers, duration, _ -> random -> found(operation.run(random.nextInt(keys))));
    }

    private Histogram latencies(Callers callers, Duration duration) {
        Queue<Histogram> all = new ConcurrentLinkedQueue<>();
        ClosedLoop.run(callers, duration, _ -> {
            Histogram own = new Histogram(DIGITS);
            all.add(own);
            return random -> {
                int key = random.nextInt(keys);
                long begun = System.nanoTime();
                found(operation.run(key));
                own.recordValue(System.nanoTime() - begun);
            };
        });
        Histogram sum = new Histogram(DIGITS);
        all.forEach(sum::add);
        return sum;
    }

    private static void found(@Nullable Object found) {
        Objects.requireNonNull(found, "something that had to be there was not found");
    }
}
