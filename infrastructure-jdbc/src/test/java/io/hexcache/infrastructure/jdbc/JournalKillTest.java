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
        kill(new KilledJournal(folder));
    }

    /** Each process after the first takes over what the one before has left on the server. */
    @Test
    void killedProcessOnPostgres_losesAndReordersNothingThatWasAcknowledged() throws IOException, InterruptedException {
        PostgresSettings settings = TestPostgres.journal();
        kill(new KilledJournal(folder, settings.url() + " " + settings.name()));
    }

    private static void kill(KilledJournal journal) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        journal.killAfter(200, random);
        journal.killAfter(0, random);
        journal.killAfter(300, random);
        journal.finish();
        journal.judge();
    }
}
