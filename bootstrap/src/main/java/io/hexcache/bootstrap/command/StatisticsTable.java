package io.hexcache.bootstrap.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The service's counts as a table for people. */
final class StatisticsTable {

    private static final String ROW = "%-32s %12s %12s %12s %8s %10s %12s %12s";

    private StatisticsTable() {}

    static List<String> lines(JsonNode statistics) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("NAMESPACE", "L1 HITS", "L2 HITS", "MISSES", "HITS", "L1 ENTRIES", "L1 BYTES",
                "L1 EVICTIONS"));
        for (Map.Entry<String, JsonNode> namespace : statistics.path("namespaces").properties()) {
            lines.add(row(namespace.getKey(), namespace.getValue()));
        }
        lines.add(row("all", statistics.path("totals")));
        return lines;
    }

    private static String row(String name, JsonNode counts) {
        JsonNode events = counts.path("events");
        JsonNode local = counts.path("l1");
        return ROW.formatted(name, events.path("l1Hit").asString(), events.path("l2Hit").asString(), events.path("miss")
                .asString(), String.format(Locale.ROOT, "%.1f%%", 100 * counts.path("hitRatio").asDouble()),
                local.path(
                        "entries").asString(),
                local.path("bytes").asString(), local.path("evictions").asString());
    }
}
