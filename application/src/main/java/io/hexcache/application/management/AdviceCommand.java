package io.hexcache.application.management;

import io.hexcache.application.management.ManagementResult.Refused;
import io.hexcache.domain.advice.CacheAdvisor;
import io.hexcache.domain.advice.Workload;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.statistics.NamespaceStatistics;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Advises on a namespace as a whole, from what this node has measured of it since the start. Changes that were made at
 * the source past the cache, and those by other nodes, are not among it.
 */
final class AdviceCommand {

    private static final double NANOS_PER_SECOND = 1e9;

    private final KnownNamespaces namespaces;
    private final Ticker ticker;
    private final long startedAt;
    private final CacheAdvisor advisor = new CacheAdvisor();

    /** Advice from rates since now. */
    AdviceCommand(KnownNamespaces namespaces, Ticker ticker) {
        this.namespaces = namespaces;
        this.ticker = ticker;
        this.startedAt = ticker.read();
    }

    ManagementResult advise(Namespace namespace, Duration toleratedStaleness) {
        if (toleratedStaleness.isNegative()) {
            return new Refused(Refused.Reason.ILLEGAL_VALUE, "the tolerated staleness is " + toleratedStaleness
                    + "; it must be 0 or more");
        }
        return namespaces.declared(namespace, cache -> advise(namespace, cache.statistics(), toleratedStaleness));
    }

    private ManagementResult advise(Namespace namespace, NamespaceStatistics statistics, Duration tolerated) {
        Optional<Duration> loadTime = statistics.meanLoadTime();
        if (loadTime.isEmpty()) {
            return new Refused(Refused.Reason.NOTHING_MEASURED, "no load of namespace " + namespace
                    + " has been measured since the start of the node; read some of it, and ask again");
        }
        Workload measured = new Workload(loadTime.get(), rate(statistics, CacheEvent.L1_HIT, CacheEvent.L2_HIT,
                CacheEvent.MISS, CacheEvent.COALESCED), rate(statistics, CacheEvent.WRITE), tolerated);
        return new ManagementResult.Advised(namespace, measured, advisor.advise(measured));
    }

    private double rate(NamespaceStatistics statistics, CacheEvent... events) {
        long happened = Stream.of(events).mapToLong(statistics::of).sum();
        return happened * NANOS_PER_SECOND / Math.max(1, ticker.read() - startedAt);
    }
}
