package io.hexcache.benchmarks.peers.report;

import io.hexcache.benchmarks.peers.contest.Measurement;
import io.hexcache.benchmarks.peers.contest.Median;
import io.hexcache.benchmarks.peers.contest.Results;
import io.hexcache.benchmarks.peers.measure.Figures;
import io.hexcache.benchmarks.peers.plan.PeerSystem;
import io.hexcache.benchmarks.peers.plan.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Compares rates: the two of the same round make a pair, and the median over the pairs counts. */
record Ratios(Results results) {

    /** The setting with the highest median rate of any of these systems. */
    Optional<Measurement> best(Scenario scenario, String callers, Collection<PeerSystem> systems) {
        return results.measurements().stream().filter(each -> each.scenario() == scenario && each.callers().equals(
                callers) && systems.contains(each.system())).max(Comparator.comparingDouble(each -> results.median(each,
                        Figures.RATE).orElse(0.0)));
    }

    /** How many times as fast ours is; empty if they have no round in common. */
    OptionalDouble of(Measurement ours, Measurement theirs) {
        List<Double> fast = results.all(ours, Figures.RATE);
        List<Double> slow = results.all(theirs, Figures.RATE);
        List<Double> pairs = new ArrayList<>();
        for (int round = 0; round < Math.min(fast.size(), slow.size()); round++) {
            pairs.add(fast.get(round) / slow.get(round));
        }
        return pairs.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Median.of(pairs));
    }
}
