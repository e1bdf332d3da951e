package io.hexcache.infrastructure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Kills journaling processes, one after the other on the same files, and judges what the source got. */
final class KilledJournal {

    private final Path folder;
    private final String place;
    private final Path source;
    private final Map<String, Long> acknowledged = new HashMap<>();
    private long total;
    private long next = 1;

    /** One in a file in this folder. */
    KilledJournal(Path folder) {
        this(folder, folder.resolve("journal").toString());
    }

    /** One at this place, which the process understands. */
    KilledJournal(Path folder, String place) {
        this.folder = folder;
        this.place = place;
        this.source = folder.resolve("source");
    }

    /** How many writes were acknowledged in all. */
    long total() {
        return total;
    }

    /** Starts a process, and kills it once it has acknowledged so many; 0 kills it while it takes up the journal. */
    void killAfter(int acknowledgements, SplittableRandom random) throws IOException {
        Process process = start(0);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int seen = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (note(line)) {
                    seen++;
                }
                if (acknowledgements == 0 ? line.equals("starting") : seen == acknowledgements) {
                    // Of the process itself this would close the pipe, and what was acknowledged would go unread.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        // Beyond what may be under way in any writer, acknowledged or not.
        next = 2 + acknowledged.values().stream().mapToLong(number -> number).max().orElse(0) + random.nextInt(10);
    }

    /** A last process that drains what is left. */
    void finish() throws IOException, InterruptedException {
        Process process = start(1);
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
                said.add(line);
            }
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("left 0");
    }

    private Process start(long count) throws IOException {
        return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty(
                        "java.class.path"),
                JournalingProcess.class.getName(), place,
                source.toString(), String.valueOf(next), String.valueOf(count))
                .redirectError(folder.resolve("errors").toFile()).start();
    }

    private boolean note(String line) throws IOException {
        if (!line.startsWith("row")) {
            assertThat(line).doesNotStartWith("refused");
            return false;
        }
        String[] parts = line.split(" ", -1);
        acknowledged.merge(parts[0], Long.valueOf(parts[1]), Math::max);
        total++;
        return true;
    }

    /** Nothing that was acknowledged is missing at the source, and nothing older came after something newer. */
    void judge() throws IOException {
        Map<String, Long> last = new HashMap<>();
        for (String line : Files.readAllLines(source)) {
            String[] parts = line.split(" ", -1);
            long number = Long.parseLong(parts[1]);
            assertThat(number).as("%s after %s", line, last.get(parts[0])).isGreaterThanOrEqualTo(last.getOrDefault(
                    parts[0], 0L));
            last.put(parts[0], number);
        }
        assertThat(acknowledged).isNotEmpty().allSatisfy((row, number) -> assertThat(last.getOrDefault(row, 0L)).as(
                "last applied of %s", row).isGreaterThanOrEqualTo(number));
    }
}
