package io.hexcache.benchmarks.peers.report;

import io.hexcache.benchmarks.peers.contest.Measurement;
import io.hexcache.benchmarks.peers.measure.Figures;
import io.hexcache.benchmarks.peers.plan.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of one scenario as a table with as many columns as were measured. */
record ScenarioTable(List<Row> rows) {

    private static final Map<String, String> HEADS = heads();

    private static Map<String, String> heads() {
        Map<String, String> heads = new LinkedHashMap<>();
        heads.put(Figures.RATE, "per second");
        heads.put(Figures.P50, "p50 us");
        heads.put(Figures.P99, "p99 us");
        heads.put(Figures.CPU, "cpu us");
        heads.put(Figures.BYTES, "bytes");
        heads.put(Figures.LOADS, "loads");
        heads.put(Figures.MILLIS, "ms");
        heads.put(Figures.PING_IDLE, "ping p99.9 us, idle");
        heads.put(Figures.PING_DURING, "during");
        heads.put(Figures.SLOW, "over 5 ms");
        return heads;
    }

    String text(Scenario scenario) {
        List<String> columns = HEADS.keySet().stream().filter(name -> rows.stream().anyMatch(row -> row.medians()
                .containsKey(name))).toList();
        StringBuilder text = new StringBuilder("\n## " + scenario.id() + "\n\n| callers | system | ");
        text.append(columns.stream().map(HEADS::get).collect(Collectors.joining(" | "))).append(" |\n|---|---|");
        text.append("--:|".repeat(columns.size())).append('\n');
        byCallers().values().forEach(group -> group.forEach(row -> text.append(line(row, columns))));
        return text.toString();
    }

    private Map<String, List<Row>> byCallers() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.measurement().callers(), _ -> new ArrayList<>()).add(row));
        groups.values().forEach(group -> group.sort((one, other) -> one.measurement().system().compareTo(other
                .measurement().system())));
        return groups;
    }

    private static String line(Row row, List<String> columns) {
        Measurement measurement = row.measurement();
        String variant = measurement.variant().isEmpty() ? "" : ", " + measurement.variant();
        return "| %s | %s%s | %s |\n".formatted(measurement.callers(), measurement.system().id(), variant, columns
                .stream().map(name -> number(row.get(name))).collect(Collectors.joining(" | ")));
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value >= 100 || value == 0 ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
