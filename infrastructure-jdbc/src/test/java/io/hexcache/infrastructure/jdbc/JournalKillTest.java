package io.hexcache.infrastructure.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link JournalKillProof}. */
final class JournalKillTest {

    @TempDir
    Path folder;

    @Test
    void killedProcess_losesAndReordersNothingThatWasAcknowledged() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        KilledJournal journal = new KilledJournal(folder);
        journal.killAfter(200, random);
        journal.killAfter(0, random);
        journal.killAfter(300, random);
        journal.finish();
        journal.judge();
    }
}
