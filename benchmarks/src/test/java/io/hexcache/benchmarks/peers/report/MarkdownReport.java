package io.hexcache.benchmarks.peers.report;

import io.hexcache.benchmarks.peers.contest.Measurement;
import io.hexcache.benchmarks.peers.contest.Results;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report for people. */
record MarkdownReport(Surroundings surroundings, Results results) {

    String text() {
        StringBuilder text = new StringBuilder("# Side by side\n\nMade by `./benchmark peers` on ").append(surroundings
                .date()).append(", commit ").append(surroundings.commit()).append(".\n\n");
        text.append("- machine: ").append(listed(surroundings.machine())).append('\n');
        text.append("- settings: ").append(listed(surroundings.settings())).append("\n\n");
        text.append("""
                Each system runs in a process of its own on the same Redis; rounds are interleaved, and medians over
                the rounds are shown. A ratio is the median over the pairs of the same round, against the best pool size
                of the other side. Latency has intervals of its own; processor time and bytes are those of the whole
                client process.

                """);
        text.append(verdicts());
        results.measurements().stream().map(Measurement::scenario).distinct().forEach(scenario -> text.append(
                new ScenarioTable(Row.of(results).stream().filter(row -> row.measurement().scenario() == scenario)
                        .toList()).text(scenario)));
        if (!results.notes().isEmpty()) {
            text.append("\n## Notes\n\n");
            results.notes().forEach(note -> text.append("- ").append(note).append('\n'));
        }
        return text.toString();
    }

    String verdicts() {
        List<Verdict> verdicts = Gates.judge(results);
        String table = verdicts.stream().map(each -> "| %s | %s | %s | %s | %s |\n".formatted(each.what(), each
                .measured(), each.gate(), each.goal(), each.outcome().words())).collect(Collectors.joining());
        return "## Numbers to reach\n\n| what | measured | gate | goal | |\n|---|---|---|---|---|\n" + table;
    }

    private static String listed(Map<String, Object> facts) {
        return facts.entrySet().stream().map(fact -> fact.getKey() + " " + fact.getValue()).collect(Collectors.joining(
                ", "));
    }
}
