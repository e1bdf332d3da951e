package io.hexcache.infrastructure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred kills at random moments, a fifth of them while the next process takes up the journal. */
final class JournalKillProof {

    private static final int KILLS = 100;

    @TempDir
    Path folder;

    @Test
    void killedProcesses_loseAndReorderNothingThatWasAcknowledged() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(20_261_130);
        KilledJournal journal = new KilledJournal(folder);
        for (int kill = 0; kill < KILLS; kill++) {
            journal.killAfter(kill % 5 == 4 ? 0 : 1_000 + random.nextInt(500), random);
        }
        journal.finish();
        journal.judge();
        assertThat(journal.total()).isGreaterThan(KILLS * 4L / 5 * 1_000);
    }
}
