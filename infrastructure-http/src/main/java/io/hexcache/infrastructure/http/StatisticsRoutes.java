package io.hexcache.infrastructure.http;

import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.route.Route;
import java.util.List;

/** The route of the counts. */
final class StatisticsRoutes {

    private final CacheManagementUseCase management;

    StatisticsRoutes(CacheManagementUseCase management) {
        this.management = management;
    }

    List<Route<?>> routes() {
        return List.of(Route.get("/v1/stats", _ -> ManagementReplies.of(management.execute(
                new ManagementCommand.ShowStatistics()))));
    }
}
