package io.hexcache.benchmarks.hit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures both sides in turn, fork by fork, so that what else the machine does meets both; prints the medians; and
 * fails if a hit takes more than 1.5 times the time of Caffeine's, or allocates a byte more. Processor time is shown
 * beside it. It is that of all threads, so it counts the maintenance of Caffeine on both sides: a reader does it on
 * ours, and a pool on the other one, which skips reads when it cannot keep up. To run it:
 *
 * <pre>
 * mvn -q -Pbenchmark -pl benchmarks -am verify -DskipTests
 * </pre>
 */
public final class HitComparison {

    private static final double MOST_TIME = 1.5;
    private static final double MOST_BYTES = 1;
    private static final int ROUNDS = 5;
    private static final int ITERATIONS = 4;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** What one side took per read, an element for each iteration: processor time, time that passed, bytes. */
    private record Figures(List<Double> cpu, List<Double> passed, List<Double> bytes) {

        Figures() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(Collection<RunResult> results) {
            results.stream().flatMap(run -> run.getBenchmarkResults().stream()).flatMap(fork -> fork
                    .getIterationResults().stream()).forEach(this::add);
        }

        private void add(IterationResult iteration) {
            passed.add(iteration.getPrimaryResult().getScore());
            cpu.add(iteration.getSecondaryResults().get(CpuTime.PER_OPERATION).getScore());
            bytes.add(iteration.getSecondaryResults().get(ALLOCATED).getScore());
        }

        String print() {
            return "%.1f ns (processors %.1f) %.3f B".formatted(median(passed), median(cpu), median(bytes));
        }

        static double median(List<Double> figures) {
            return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
        }
    }

    private HitComparison() {}

    /** Measures with one thread and with two; ends the process with 1 if a limit is broken. */
    public static void main(String[] arguments) throws RunnerException {
        boolean alone = compare(1);
        boolean together = compare(2);
        System.exit(alone && together ? 0 : 1);
    }

    private static boolean compare(int threads) throws RunnerException {
        Figures ours = new Figures();
        Figures theirs = new Figures();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(run("hexcache", threads));
            theirs.add(run("caffeine", threads));
        }
        double ratio = Figures.median(ours.passed()) / Figures.median(theirs.passed());
        double more = Figures.median(ours.bytes()) - Figures.median(theirs.bytes());
        boolean kept = ratio <= MOST_TIME && more <= MOST_BYTES;
        System.out.printf(
                "l1 hit threads=%d per read hexcache=%s caffeine=%s ratio=%.2f (limit %.1f) iterations=%d %s%n",
                threads, ours.print(), theirs.print(), ratio, MOST_TIME, ours.passed().size(),
                kept ? "kept" : "BROKEN");
        return kept;
    }

    private static Collection<RunResult> run(String side, int threads) throws RunnerException {
        return new Runner(new OptionsBuilder().include(HitBenchmark.class.getName() + "." + side + "$").threads(threads)
                .forks(1).warmupIterations(ITERATIONS).warmupTime(TimeValue.seconds(1)).measurementIterations(
                        ITERATIONS)
                .measurementTime(TimeValue.seconds(1)).addProfiler(GCProfiler.class).addProfiler(CpuTime.class)
                .shouldFailOnError(true).verbosity(VerboseMode.SILENT).build()).run();
    }
}
