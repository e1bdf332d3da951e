package io.hexcache.benchmarks.peers.report;

import io.hexcache.benchmarks.peers.contest.Results;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report for programs: {@code machine}, {@code date}, {@code commit}, {@code settings}, {@code notes},
 * {@code gates}, and {@code rows} of {@code scenario, system, callers, variant} and figures. The usual figures are in
 * every row, null where they were not measured.
 */
record JsonReport(Surroundings surroundings, Results results) {

    String text() {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("machine", surroundings.machine());
        report.put("date", surroundings.date());
        report.put("commit", surroundings.commit());
        report.put("settings", surroundings.settings());
        report.put("notes", results.notes());
        report.put("gates", Gates.judge(results).stream().map(JsonReport::gate).toList());
        report.put("rows", rows());
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(report)
                + "\n";
    }

    private static Map<String, String> gate(Verdict verdict) {
        Map<String, String> gate = new LinkedHashMap<>();
        gate.put("what", verdict.what());
        gate.put("measured", verdict.measured());
        gate.put("gate", verdict.gate());
        gate.put("goal", verdict.goal());
        gate.put("outcome", verdict.outcome().name().toLowerCase(Locale.ROOT));
        return gate;
    }

    private List<Map<String, @Nullable Object>> rows() {
        return Row.of(results).stream().map(JsonReport::row).toList();
    }

    private static Map<String, @Nullable Object> row(Row row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("scenario", row.measurement().scenario().id());
        fields.put("system", row.measurement().system().id());
        fields.put("callers", row.measurement().callers());
        fields.put("variant", row.measurement().variant());
        Row.USUAL.forEach(name -> fields.put(name, null));
        fields.putAll(row.medians());
        return fields;
    }
}
