package io.hexcache.benchmarks.peers.contest;

import io.hexcache.benchmarks.peers.measure.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that a run has found: the figures of each measurement, round by round, and what its reader must know. */
public final class Results {

    private final Map<Measurement, List<Figures>> rounds = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** Adds those of one round. */
    public void add(Measurement measurement, Figures figures) {
        rounds.computeIfAbsent(measurement, _ -> new ArrayList<>()).add(figures);
    }

    /** Adds a sentence that a reader of the report has to know. */
    public void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /** In the order in which they came. */
    public List<Measurement> measurements() {
        return List.copyOf(rounds.keySet());
    }

    /** Those of one measurement, one for each round. */
    public List<Figures> rounds(Measurement measurement) {
        return Collections.unmodifiableList(rounds.getOrDefault(measurement, List.of()));
    }

    /** In the order in which they came. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The figure of this name in every round in which it was measured. */
    public List<Double> all(Measurement measurement, String name) {
        return rounds(measurement).stream().map(each -> each.get(name)).filter(each -> !each.isNaN()).toList();
    }

    /** The median over the rounds; empty if it was not measured. */
    public Optional<Double> median(Measurement measurement, String name) {
        List<Double> all = all(measurement, name);
        return all.isEmpty() ? Optional.empty() : Optional.of(Median.of(all));
    }
}
