package io.hexcache.benchmarks.peers.measure;

import io.hexcache.benchmarks.peers.plan.Callers;
import io.hexcache.benchmarks.peers.plan.Intervals;
import java.util.List;

/** {@code CALLERS SETTLE THROUGHPUT LATENCY}, the times in milliseconds: measures the operation in closed loops. */
record LoopExercise(Meter meter) implements Exercise {

    @Override
    public Figures perform(List<String> words) {
        Callers callers = Callers.parse(words.get(0));
        return meter.measure(callers, Intervals.of(0, millis(words, 1), millis(words, 2), millis(words, 3)));
    }

    private static long millis(List<String> words, int index) {
        return Long.parseLong(words.get(index));
    }
}
