package io.hexcache.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.application.management.ComponentHealth;
import io.hexcache.application.management.ManagementResult;
import io.hexcache.application.management.NamespaceReport;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.LocalUsage;
import io.hexcache.domain.statistics.CacheEvent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthAndStatisticsTest {

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void health_degradedButReady_is200AndNamesThePartThatIsDown() throws Exception {
        served.management().answer(new ManagementResult.Health(true, true, List.of(
                new ComponentHealth("l1", true, "caffeine", true),
                new ComponentHealth("l2", false, "no answer from 127.0.0.1:6379", false))));

        var response = served.get("/v1/health");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Served.header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(response.body()).isEqualTo("{\"live\":true,\"ready\":true,\"components\":{"
                + "\"l1\":{\"up\":true,\"required\":true,\"detail\":\"caffeine\"},"
                + "\"l2\":{\"up\":false,\"required\":false,\"detail\":\"no answer from 127.0.0.1:6379\"}}}");
    }

    @Test
    void health_notReady_is503() throws Exception {
        served.management().answer(new ManagementResult.Health(true, false, List.of()));

        assertThat(served.get("/v1/health").statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"true, true, 200, 200", "true, false, 200, 503", "false, false, 503, 503"})
    void probes_answerForThemselves(boolean live, boolean ready, int liveStatus, int readyStatus) throws Exception {
        served.management().answer(new ManagementResult.Health(live, ready, List.of()));

        var liveness = served.get("/v1/health/live");
        var readiness = served.get("/v1/health/ready");

        assertThat(liveness.statusCode()).isEqualTo(liveStatus);
        assertThat(liveness.body()).isEqualTo("{\"live\":" + live + "}");
        assertThat(readiness.statusCode()).isEqualTo(readyStatus);
        assertThat(readiness.body()).isEqualTo("{\"ready\":" + ready + "}");
    }

    @Test
    @SuppressWarnings("unchecked")
    void stats_twoNamespaces_areShownAloneAndTogether() throws Exception {
        served.management().answer(new ManagementResult.Statistics(List.of(
                report("a", 6, 0, 2, new LocalUsage(1, 100, 3)),
                report("b", 0, 2, 0, new LocalUsage(2, 50, 0)))));

        Map<String, Object> stats = Served.json(served.get("/v1/stats").body());

        assertThat(stats.get("totals")).isEqualTo(Map.of("events", events(6, 2, 2), "hitRatio", 0.8, "l1", Map.of(
                "entries", 3, "bytes", 150, "evictions", 3)));
        assertThat((Map<String, Object>) stats.get("namespaces")).containsOnly(
                Map.entry("a",
                        Map.of("events", events(6, 0, 2), "hitRatio", 0.75, "l1", Map.of("entries", 1, "bytes", 100,
                                "evictions", 3))),
                Map.entry("b",
                        Map.of("events", events(0, 2, 0), "hitRatio", 1.0, "l1", Map.of("entries", 2, "bytes", 50,
                                "evictions", 0))));
    }

    @Test
    void stats_nothingReadYet_hasRatioZero() throws Exception {
        served.management().answer(new ManagementResult.Statistics(List.of()));

        assertThat(served.get("/v1/stats").body()).contains("\"hitRatio\":0.0", "\"namespaces\":{}");
    }

    private static Map<String, Object> events(int l1Hit, int l2Hit, int miss) {
        Map<String, Object> events = List.of("load", "loadFailure", "loadRefused", "coalesced", "storeFailure",
                "unreadable", "fillRefused", "staleServed", "refresh", "write").stream()
                .collect(Collectors.toMap(name -> name, _ -> 0));
        events.putAll(Map.of("l1Hit", l1Hit, "l2Hit", l2Hit, "miss", miss));
        return events;
    }

    private static NamespaceReport report(String name, long l1Hit, long l2Hit, long miss, LocalUsage local) {
        Map<CacheEvent, Long> events = new EnumMap<>(CacheEvent.class);
        Arrays.stream(CacheEvent.values()).forEach(event -> events.put(event, 0L));
        events.put(CacheEvent.L1_HIT, l1Hit);
        events.put(CacheEvent.L2_HIT, l2Hit);
        events.put(CacheEvent.MISS, miss);
        return new NamespaceReport(new Namespace(name), events, local);
    }
}
