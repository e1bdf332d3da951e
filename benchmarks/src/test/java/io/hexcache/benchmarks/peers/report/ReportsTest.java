package io.hexcache.benchmarks.peers.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.benchmarks.peers.contest.Measurement;
import io.hexcache.benchmarks.peers.contest.Results;
import io.hexcache.benchmarks.peers.measure.Figures;
import io.hexcache.benchmarks.peers.plan.PeerSystem;
import io.hexcache.benchmarks.peers.plan.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the reports say about figures that are known. */
class ReportsTest {

    private static final Surroundings SOMEWHERE = new Surroundings(Map.of("processors", 2), "2000-01-01T00:00:00Z",
            "abc123", Map.of("rounds", 3));

    private final Results results = new Results();

    @TempDir
    private Path folder;

    private void rates(PeerSystem system, String callers, String variant, double... rates) {
        for (double rate : rates) {
            results.add(new Measurement(Scenario.L2_HIT, system, callers, variant), new Figures(Map.of(Figures.RATE,
                    rate, Figures.P50, 2.0, Figures.P99, 3.0)));
        }
    }

    private Verdict verdict(String what) {
        return Gates.judge(results).stream().filter(each -> each.what().startsWith(what)).findFirst().orElseThrow();
    }

    @Test
    void ratio_isTheMedianOfPairs_againstTheBestPool() {
        rates(PeerSystem.HEXCACHE, "1024-virtual", "", 900, 1_000, 100);
        rates(PeerSystem.JEDIS, "1024-virtual", "pool of 8", 50, 50, 50);
        rates(PeerSystem.JEDIS, "1024-virtual", "pool of 16", 100, 125, 100);

        Verdict verdict = verdict("l2-hit, 1024-virtual, against jedis");

        assertThat(verdict.what()).isEqualTo("l2-hit, 1024-virtual, against jedis (pool of 16)");
        assertThat(verdict.measured()).isEqualTo("8.00 x");
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.GATE);
    }

    @Test
    void ratio_belowTheGate_isNotReached() {
        rates(PeerSystem.HEXCACHE, "64-platform", "", 100);
        rates(PeerSystem.LETTUCE, "64-platform", "", 100);

        assertThat(verdict("l2-hit, 64-platform, against lettuce").outcome()).isEqualTo(Verdict.Outcome.MISSED);
        assertThat(verdict("l2-hit, 64-platform, against jedis").outcome()).isEqualTo(Verdict.Outcome.OPEN);
    }

    @Test
    void loads_oneRunOfManyWithTwo_isNotReached() {
        for (double loads : new double[]{1, 1, 2, 1}) {
            results.add(new Measurement(Scenario.STAMPEDE, PeerSystem.HEXCACHE, "4x1000-virtual", ""), new Figures(Map
                    .of(Figures.LOADS, loads)));
        }

        assertThat(verdict("stampede, 4x1000-virtual").outcome()).isEqualTo(Verdict.Outcome.MISSED);
    }

    @Test
    void write_rowsForPrograms_haveEveryUsualFigure() throws IOException {
        rates(PeerSystem.JEDIS, "1-platform", "pool of 8", 10, 30, 20);

        new Reports(SOMEWHERE, results).write(folder.resolve("new"));

        JsonNode report = JsonMapper.shared().readTree(folder.resolve("new").resolve(Reports.JSON).toFile());
        assertThat(report.propertyNames()).contains("machine", "date", "commit", "settings", "gates", "notes");
        JsonNode row = report.get("rows").get(0);
        assertThat(row.propertyNames()).containsExactly("scenario", "system", "callers", "variant",
                "operationsPerSecond", "p50Micros", "p99Micros", "cpuMicrosPerOperation", "bytesPerOperation");
        assertThat(row.get("operationsPerSecond").asDouble()).isEqualTo(20);
        assertThat(row.get("cpuMicrosPerOperation").isNull()).isTrue();
    }

    @Test
    void write_tableForPeople_namesGatesRowsAndNotes() throws IOException {
        rates(PeerSystem.JEDIS, "1-platform", "pool of 8", 12_345);
        results.note("something was left out.");

        new Reports(SOMEWHERE, results).write(folder);

        assertThat(Files.readString(folder.resolve(Reports.MARKDOWN))).contains("commit abc123", "processors 2",
                "| l2-hit, 1024-virtual, against redis-benchmark |  | 0.40 x | 0.60 x | not measured |",
                "| 1-platform | jedis, pool of 8 | 12,345 | 2.00 | 3.00 |", "- something was left out.");
    }
}
