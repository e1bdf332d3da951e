package io.hexcache.domain.warming;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a run is, or what came of it.
 *
 * @param id tells it apart from all other runs of this node
 * @param plan name of the plan
 * @param warmed keys that were loaded
 * @param skipped keys that were cached already
 * @param failed keys that could not be loaded
 * @param firstFailures some of these, at most {@value #MAX_FAILURES}
 * @param failure why the run itself failed, if it did
 */
public record WarmingProgress(long id, String plan, WarmingState state, long warmed, long skipped, long failed,
        List<Failure> firstFailures, Optional<String> failure, Optional<Instant> startedAt, Optional<Instant> endedAt) {

    /** The most failures that are kept. */
    public static final int MAX_FAILURES = 10;

    /** A key that could not be loaded. */
    public record Failure(String identifier, String cause) {}

    /** Copies the failures. */
    public WarmingProgress {
        firstFailures = List.copyOf(firstFailures);
    }

    /** Keys that are dealt with. */
    public long seen() {
        return warmed + skipped + failed;
    }
}
