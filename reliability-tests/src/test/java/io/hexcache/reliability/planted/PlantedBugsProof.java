package io.hexcache.reliability.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run of one minute exits with 1 where the service has one of these bugs. A part of {@code -Pproof}. */
class PlantedBugsProof {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path JAR = ROOT.resolve("bootstrap/target/hexcache.jar");
    private static final String WRITE_BEHIND = "domain/src/main/java/io/hexcache/domain/writebehind/";

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void writesThatAreAcknowledgedButNotJournaled_areFoundLost() throws IOException, InterruptedException {
        assertFound("LOST", new PlantedBug(WRITE_BEHIND + "Intake.java",
                "                journal.append(record);\n", "                Thread.startVirtualThread(() -> {});\n"));
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void journalThatIsNotTakenUpAtStart_isFoundLost() throws IOException, InterruptedException {
        assertFound("LOST", new PlantedBug(WRITE_BEHIND + "WriteBehindService.java",
                "        if (depth.pending() > 0) {\n", "        if (depth.pending() < 0) {\n"));
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void writesThatAreSettledBeforeTheSourceHasThem_areFoundMissing() throws IOException, InterruptedException {
        assertFound("LOST|STALE", new PlantedBug(WRITE_BEHIND + "Drains.java",
                "        target.apply(held.record(),",
                "        journal.settle(List.of(held.record().mark()));\n        target.apply(held.record(),"));
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void changesOfOthersThatAreIgnored_areFoundStale() throws IOException, InterruptedException {
        assertFound("STALE", new PlantedBug("domain/src/main/java/io/hexcache/domain/invalidation/ChangeReceiver.java",
                "            onChange.accept(message.change());\n", ""));
    }

    private void assertFound(String kinds, PlantedBug bug) throws IOException, InterruptedException {
        Path patched = bug.plantInto(JAR, ROOT, folder);
        Path report = folder.resolve("report.json");
        Process run = new ProcessBuilder(command("quick", "--minutes", "1", "--jar", patched.toString(), "--report",
                report.toString())).redirectErrorStream(true).redirectOutput(folder.resolve("run.log").toFile())
                .start();

        assertThat(run.waitFor()).as(Files.readString(folder.resolve("run.log"))).isEqualTo(1);
        Files.readAllLines(folder.resolve("run.log")).stream().filter(line -> line.startsWith("  violations"))
                .forEach(line -> System.out.println(bug.source() + line));
        assertThat(Files.readString(report)).containsPattern("\"(" + kinds + ")\" : [1-9]");
    }

    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "io.hexcache.reliability.run.ReliabilityCommand"));
        command.addAll(List.of(words));
        return command;
    }
}
