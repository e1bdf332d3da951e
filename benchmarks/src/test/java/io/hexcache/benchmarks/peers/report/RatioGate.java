package io.hexcache.benchmarks.peers.report;

import io.hexcache.benchmarks.peers.contest.Measurement;
import io.hexcache.benchmarks.peers.contest.Results;
import io.hexcache.benchmarks.peers.plan.PeerSystem;
import io.hexcache.benchmarks.peers.plan.Scenario;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * So many times as fast as the best of some systems.
 *
 * @param place which measurement of ours
 * @param theirCallers of the others, which are ours but for a load generator
 * @param gate what must hold; 0 if nothing must
 * @param goal what would be better still; 0 if nothing would
 */
record RatioGate(Place place, String theirCallers, Set<PeerSystem> peers, double gate, double goal) implements Gate {

    /** A scenario with some callers. */
    record Place(Scenario scenario, String callers) {}

    RatioGate(Place place, Set<PeerSystem> peers, double gate, double goal) {
        this(place, place.callers(), peers, gate, goal);
    }

    @Override
    public Verdict judge(Results results) {
        Ratios ratios = new Ratios(results);
        Optional<Measurement> ours = ratios.best(place.scenario(), place.callers(), Set.of(PeerSystem.HEXCACHE));
        Optional<Measurement> theirs = ratios.best(place.scenario(), theirCallers, peers);
        OptionalDouble ratio = ours.isEmpty() || theirs.isEmpty() ? OptionalDouble.empty()
                : ratios.of(ours.get(), theirs.get());
        String what = "%s, %s, against %s".formatted(place.scenario().id(), place.callers(), theirs.map(
                RatioGate::name).orElseGet(this::names));
        String measured = ratio.isEmpty() ? "" : times(ratio.getAsDouble());
        return new Verdict(what, measured, wanted(gate), wanted(goal), outcome(ratio));
    }

    private Verdict.Outcome outcome(OptionalDouble ratio) {
        if (ratio.isEmpty()) {
            return Verdict.Outcome.OPEN;
        }
        if (ratio.getAsDouble() < gate) {
            return Verdict.Outcome.MISSED;
        }
        if (goal > 0 && ratio.getAsDouble() >= goal) {
            return Verdict.Outcome.GOAL;
        }
        return gate > 0 ? Verdict.Outcome.GATE : Verdict.Outcome.SHORT;
    }

    private static String wanted(double ratio) {
        return ratio > 0 ? times(ratio) : "";
    }

    private String names() {
        return String.join(" or ", peers.stream().map(PeerSystem::id).sorted().toList());
    }

    private static String name(Measurement theirs) {
        String variant = theirs.variant().isEmpty() ? "" : " (" + theirs.variant() + ")";
        return theirs.system().id() + variant;
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f x", ratio);
    }
}
