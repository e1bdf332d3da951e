package io.hexcache.infrastructure.http;

import io.hexcache.application.management.ManagementResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has happened since the start of the process, as JSON: all namespaces together, then each by its name. */
record StatisticsDocument(EventCounts totals, Map<String, EventCounts> namespaces) {

    static StatisticsDocument of(ManagementResult.Statistics statistics) {
        Map<String, EventCounts> namespaces = new LinkedHashMap<>();
        statistics.namespaces().forEach(report -> namespaces.put(report.namespace().name(), EventCounts.of(List.of(
                report))));
        return new StatisticsDocument(EventCounts.of(statistics.namespaces()), namespaces);
    }
}
