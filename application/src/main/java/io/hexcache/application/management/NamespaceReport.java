package io.hexcache.application.management;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.LocalUsage;
import io.hexcache.domain.statistics.CacheEvent;
import java.util.Map;

/**
 * What has happened in a namespace since the start of the process, and what L1 holds of it now.
 *
 * @param events how often each thing happened; every event is there
 */
public record NamespaceReport(Namespace namespace, Map<CacheEvent, Long> events, LocalUsage local) {

    /** Copies the counts. */
    public NamespaceReport {
        events = InOrder.copyOf(events);
    }
}
