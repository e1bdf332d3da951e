package io.hexcache.reliability.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.hexcache.reliability.history.Violation;
import io.hexcache.reliability.load.Scene;
import io.hexcache.reliability.load.Tally;
import io.hexcache.reliability.plan.FaultKind;
import io.hexcache.reliability.plan.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run has found.
 *
 * @param operations reads and acknowledged writes
 * @param localHits reads answered from the memory of a service
 * @param staleMarked reads answered with a value that was marked stale, which promise nothing
 * @param behind writes acknowledged by a journal
 * @param inDoubt writes without an answer, or with one that says that they failed
 * @param cutOff reads that a killed service did not answer
 * @param waited reads that were given up since a killed service had kept the right to load the value
 * @param kills of services and of Redis
 * @param voidWindows times in which the check itself stood still for more than 200 ms
 * @param voided what was found in those, and does not count
 * @param bound95 by the rule of three: were the share of wrong answers larger than that, this many reads would have
 *            shown one with a probability of 95 %; meaningful where nothing was found
 * @param worstStalenessMillis how long after a newer write was complete an older value was answered at most
 * @param examples the first of what was found
 */
public record Report(String mode, long seed, String commit, long seconds, long operations, long reads, long localHits,
        long staleMarked, long writes, long behind, long inDoubt, long cutOff, long waited,
        Map<FaultKind, Integer> faultsByKind,
        int faults, int kills, long voidWindows, long voided, int violations,
        Map<Violation.Kind, Long> violationsByKind, long lostRecords, double bound95, double worstStalenessMillis,
        List<String> examples, @JsonIgnore Path folder) {

    private static final int EXAMPLES = 20;

    /**
     * How a run went.
     *
     * @param folder of its processes
     */
    public record Course(long seconds, Map<FaultKind, Integer> faults, int kills, Path folder) {}

    /** Sums up a run that has ended. */
    public static Report of(Options options, Scene scene, Course course) {
        Tally tally = scene.tally();
        List<Violation> found = scene.judge().violations();
        Map<Violation.Kind, Long> kinds = found.stream().collect(Collectors.groupingBy(Violation::kind, Collectors
                .counting()));
        return new Report(options.mode().name().toLowerCase(java.util.Locale.ROOT), options.seed(), Commit.current(),
                course.seconds(), tally.reads().sum() + tally.writes().sum(), tally.reads().sum(), tally.localHits()
                        .sum(),
                tally.stale().sum(), tally.writes().sum(), tally.behind().sum(), tally.inDoubt().sum(),
                tally.cutOff().sum(), tally.waited().sum(), course.faults(),
                course.faults().values().stream().mapToInt(n -> n).sum(), course
                        .kills(),
                scene.surroundings().stalls().count(), scene.judge().voided(), found.size(), kinds,
                kinds.getOrDefault(Violation.Kind.LOST, 0L), 3.0 / Math.max(1, scene.judge().judged()), scene.judge()
                        .worstStaleness() / 1e6,
                found.stream().limit(EXAMPLES).map(violation -> violation.kind() + " "
                        + violation.what()).toList(),
                course.folder());
    }

    /** For programs. */
    public String json() {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(this) + "\n";
    }

    /** For people. */
    public String text() {
        return """

                %s, seed %d, commit %s, %d s
                  operations  %,d: %,d reads (%,d from local memory, %,d marked stale), %,d writes (%,d behind)
                  faults      %d %s, with %d kills
                  no answer   %,d writes in doubt, %,d reads cut off by a kill, %,d waited for a killed service
                  staleness   %.0f ms at worst; share of wrong reads below %.2g with 95 %% confidence
                  void        %d windows in which the check stood still, %d findings in them
                  lost        %d acknowledged records
                  violations  %d %s%s%s""".formatted(mode, seed, commit, seconds, operations, reads, localHits,
                staleMarked, writes, behind, faults, faultsByKind, kills, inDoubt, cutOff, waited, worstStalenessMillis,
                bound95, voidWindows, voided, lostRecords, violations, violationsByKind, examples.stream().map(
                        example -> "\n    " + example).collect(Collectors.joining()),
                violations == 0 ? ""
                        : "\n  the logs and files of the processes are in " + folder);
    }
}
