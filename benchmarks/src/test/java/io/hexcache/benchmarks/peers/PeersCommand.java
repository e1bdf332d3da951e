package io.hexcache.benchmarks.peers;

import io.hexcache.benchmarks.peers.contest.Contest;
import io.hexcache.benchmarks.peers.contest.Results;
import io.hexcache.benchmarks.peers.plan.OptionParser;
import io.hexcache.benchmarks.peers.plan.Options;
import io.hexcache.benchmarks.peers.plan.UsageException;
import io.hexcache.benchmarks.peers.report.Reports;
import io.hexcache.benchmarks.peers.report.Surroundings;
import java.util.List;

/** {@code ./benchmark peers}: exits with 0 if it has measured, whatever came of it, and with 2 on wrong usage. */
public final class PeersCommand {

    private static final int WRONG_USAGE = 2;

    private PeersCommand() {}

    /** Runs it. */
    public static void main(String[] words) {
        List<String> all = List.of(words);
        if (all.contains("--help")) {
            System.out.print(OptionParser.USAGE);
            return;
        }
        try {
            run(OptionParser.parse(all));
        } catch (UsageException wrong) {
            System.err.println("benchmark: " + wrong.getMessage());
            System.err.print(OptionParser.USAGE);
            System.exit(WRONG_USAGE);
        }
    }

    private static void run(Options options) {
        Contest contest = new Contest(options.volume(), options.intervals(), options.rounds(), System.err::println);
        Results results = contest.run(options.scenarios(), options.contestants());
        Reports reports = new Reports(Surroundings.of(options, Contest.redisVersion()), results);
        reports.write(options.output());
        System.out.println(reports.verdicts());
        results.notes().forEach(System.out::println);
        System.out.printf("All figures: %s and %s in %s%n", Reports.MARKDOWN, Reports.JSON, options.output());
    }
}
