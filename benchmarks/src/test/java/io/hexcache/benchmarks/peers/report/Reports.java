package io.hexcache.benchmarks.peers.report;

import io.hexcache.benchmarks.peers.contest.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Both reports of a run. */
public record Reports(Surroundings surroundings, Results results) {

    /** The name of the report for people. */
    public static final String MARKDOWN = "peers.md";

    /** The name of the report for programs. */
    public static final String JSON = "peers.json";

    /** The table of the numbers to reach. */
    public String verdicts() {
        return new MarkdownReport(surroundings, results).verdicts();
    }

    /** Writes both into this folder, over those of an earlier run. */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(MARKDOWN), new MarkdownReport(surroundings, results).text());
            Files.writeString(folder.resolve(JSON), new JsonReport(surroundings, results).text());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the reports cannot be written to " + folder, unwritable);
        }
    }
}
