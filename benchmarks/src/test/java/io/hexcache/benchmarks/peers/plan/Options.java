package io.hexcache.benchmarks.peers.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * One run.
 *
 * @param rounds how often everything is measured; medians over the rounds are reported
 * @param output the folder of the reports
 */
public record Options(Set<Scenario> scenarios, Set<PeerSystem> systems, int rounds, boolean quick, Path output) {

    /** The systems in all of their settings. */
    public List<Contestant> contestants() {
        return systems.stream().flatMap(system -> system.contestants().stream()).toList();
    }

    /** How long a measurement takes. */
    public Intervals intervals() {
        return quick ? Intervals.QUICK : Intervals.FULL;
    }

    /** How much there is to work on. */
    public Volume volume() {
        return quick ? Volume.QUICK : Volume.FULL;
    }
}
