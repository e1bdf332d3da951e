package io.hexcache.reliability.run;

import io.hexcache.reliability.plan.Options;
import io.hexcache.reliability.report.Report;
import java.io.IOException;
import java.nio.file.Files;

/**
 * What {@code ./reliability} runs. It exits with 0 if nothing was found, 1 if something was, 2 if it was misused,
 * 3 if the run itself failed.
 */
public final class ReliabilityCommand {

    private ReliabilityCommand() {}

    /** Runs as the words say. */
    public static void main(String[] words) {
        Options options;
        try {
            options = Options.parse(words);
        } catch (IllegalArgumentException misused) {
            System.err.println("reliability: " + misused.getMessage());
            System.exit(2);
            return;
        }
        if (!Files.isReadable(options.jar())) {
            System.err.println("reliability: there is no service at " + options.jar() + "; ./hexcache builds it");
            System.exit(2);
        }
        try {
            System.exit(report(options) ? 0 : 1);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            failed.printStackTrace();
            System.exit(3);
        }
    }

    /** Runs, and reports; whether nothing was found. */
    private static boolean report(Options options) throws IOException, InterruptedException {
        Report report = new Run(options).report();
        System.out.println(report.text());
        Files.writeString(options.report(), report.json());
        if (report.violations() == 0) {
            Stage.discard(report.folder());
        }
        return report.violations() == 0;
    }
}
