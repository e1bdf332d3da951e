package io.hexcache.infrastructure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link GroupCommitMeasurement}: how many writes a commit carries, whatever the disk costs. */
final class GroupCommitTest {

    @TempDir
    Path folder;

    @Test
    void writersThatKeepComing_shareCommits() throws Exception {
        CommittingWriters.Run run = CommittingWriters.run(folder.resolve("journal"), GroupCommit.MOST, Duration
                .ofMillis(500));

        assertThat(run.meanBatch()).isGreaterThan(CommittingWriters.WRITERS / 8.0);
    }
}
