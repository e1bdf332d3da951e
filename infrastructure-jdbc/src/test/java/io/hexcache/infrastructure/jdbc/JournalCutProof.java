package io.hexcache.infrastructure.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of crash points, for the disk that fails and for the log that is cut. */
final class JournalCutProof {

    @TempDir
    Path folder;

    @Test
    void logCutBehindWhatWasSynced_keepsAllThatWasAcknowledged() throws IOException {
        JournalCutTest cuts = new JournalCutTest();
        cuts.folder = folder;
        cuts.cut(new SplittableRandom(5), 4_000);
    }

    @Test
    void randomFailures_loseNothingThatWasAcknowledged() {
        for (int seed = 100; seed < 120; seed++) {
            JournalFaultTest.run(new SplittableRandom(seed), folder.resolve("seed" + seed), 1_000);
        }
    }
}
