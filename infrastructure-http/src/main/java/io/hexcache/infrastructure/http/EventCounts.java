package io.hexcache.infrastructure.http;

import io.hexcache.application.management.NamespaceReport;
import io.hexcache.domain.port.LocalUsage;
import io.hexcache.domain.statistics.CacheEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The counts of one namespace or of all.
 *
 * @param events by the event's name, all of them
 * @param hitRatio reads that a tier answered by all reads, 0 to 1; 0 while there was no read
 */
record EventCounts(Map<String, Long> events, double hitRatio, LocalUsage l1) {

    static EventCounts of(Collection<NamespaceReport> reports) {
        Map<String, Long> events = new LinkedHashMap<>();
        Arrays.stream(CacheEvent.values()).forEach(event -> events.put(lowerCamelCase(event), sum(reports, event)));
        long hits = sum(reports, CacheEvent.L1_HIT) + sum(reports, CacheEvent.L2_HIT);
        long reads = hits + sum(reports, CacheEvent.MISS);
        return new EventCounts(events, reads == 0 ? 0 : (double) hits / reads, reports.stream().map(
                NamespaceReport::local).reduce(new LocalUsage(0, 0, 0), EventCounts::plus));
    }

    private static long sum(Collection<NamespaceReport> reports, CacheEvent event) {
        return reports.stream().mapToLong(report -> report.events().getOrDefault(event, 0L)).sum();
    }

    private static LocalUsage plus(LocalUsage one, LocalUsage other) {
        return new LocalUsage(one.entries() + other.entries(), one.bytes() + other.bytes(), one.evictions() + other
                .evictions());
    }

    private static String lowerCamelCase(CacheEvent event) {
        StringBuilder name = new StringBuilder();
        for (String word : event.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
