package io.hexcache.bootstrap.node;

import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.domain.CacheNode;
import io.hexcache.infrastructure.resilience4j.BreakerReport;
import io.hexcache.infrastructure.resilience4j.BreakerState;
import java.util.List;
import java.util.function.UnaryOperator;

/** A running node, seen from behind its door. */
record OpenGraph(OpenResources resources, CacheNode node, CacheManagementUseCase management, SecondTier second)
        implements AutoCloseable {

    /** Starts one, as a process does. */
    static OpenGraph start(Settings settings) {
        OpenResources resources = new OpenResources();
        GraphComponent graph = DaggerGraphComponent.factory().create(settings, resources, UnaryOperator.identity());
        graph.start().run();
        return new OpenGraph(resources, graph.node(), graph.management(), graph.secondTier());
    }

    /** How its breakers stand: reads, then writes. */
    List<BreakerState> breakers() {
        return second.breakers().orElseThrow().reports().stream().map(BreakerReport::state).toList();
    }

    @Override
    public void close() {
        resources.close();
    }
}
