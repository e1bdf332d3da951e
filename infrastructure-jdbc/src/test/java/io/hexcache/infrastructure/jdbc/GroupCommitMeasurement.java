package io.hexcache.infrastructure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many journaled writes are acknowledged in a second, with full synchronization: once for those that come together
 * in one commit, once with a commit for each, in turns on the same disk. Means something only on a machine that does
 * nothing else: {@code mvn test -pl infrastructure-jdbc -am -Dtest=GroupCommitMeasurement
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
final class GroupCommitMeasurement {

    private static final int ROUNDS = 5;
    private static final Duration LENGTH = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    @Test
    void writersThatShareCommits_andOneCommitForEachWrite() throws Exception {
        List<CommittingWriters.Run> shared = new ArrayList<>();
        List<CommittingWriters.Run> single = new ArrayList<>();
        // The first round is not counted.
        for (int round = 0; round <= ROUNDS; round++) {
            single.add(CommittingWriters.run(folder.resolve("single" + round), 1, LENGTH));
            shared.add(CommittingWriters.run(folder.resolve("shared" + round), GroupCommit.MOST, LENGTH));
        }
        CommittingWriters.Run together = median(shared);
        CommittingWriters.Run each = median(single);
        System.out.printf("%d writers on SQLite, full sync, medians of %d: %,.0f writes/s in shared commits (mean batch"
                + " %.1f), %,.0f writes/s with a commit for each: %.1f times%n", CommittingWriters.WRITERS, ROUNDS,
                together.rate(),
                together.meanBatch(), each.rate(), together.rate() / each.rate());
        assertThat(each.meanBatch()).isLessThan(1.1);
        assertThat(together.rate() / each.rate()).as("how many times as many").isGreaterThanOrEqualTo(10);
    }

    private static CommittingWriters.Run median(List<CommittingWriters.Run> runs) {
        List<CommittingWriters.Run> counted = runs.subList(1, runs.size()).stream()
                .sorted((one, other) -> Double.compare(one.rate(),
                        other.rate()))
                .toList();
        return counted.get(counted.size() / 2);
    }
}
