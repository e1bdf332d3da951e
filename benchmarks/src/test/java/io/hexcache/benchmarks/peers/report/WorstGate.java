package io.hexcache.benchmarks.peers.report;

import io.hexcache.benchmarks.peers.contest.Measurement;
import io.hexcache.benchmarks.peers.contest.Median;
import io.hexcache.benchmarks.peers.contest.Results;
import io.hexcache.benchmarks.peers.measure.Figures;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A figure of ours that must not exceed a bound.
 *
 * @param what is measured
 * @param unit of it
 * @param figure takes it from the figures of one round
 */
record WorstGate(String what, String unit, Measurement ours, ToDoubleFunction<Figures> figure, Bound bound)
        implements
        Gate {

    /** At most so much, or exactly so much. */
    record Bound(double most, boolean everyRound) {}

    @Override
    public Verdict judge(Results results) {
        List<Double> rounds = results.rounds(ours).stream().map(figure::applyAsDouble).sorted().toList();
        String gate = "at most %s %s%s".formatted(number(bound.most()), unit, bound.everyRound() ? ", each time" : "");
        if (rounds.isEmpty()) {
            return new Verdict(what, "", gate, "", Verdict.Outcome.OPEN);
        }
        double counts = bound.everyRound() ? rounds.getLast()
                : Median.of(rounds);
        return new Verdict(what, "%s %s".formatted(number(counts), unit), gate, "", counts <= bound.most()
                ? Verdict.Outcome.GATE
                : Verdict.Outcome.MISSED);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
