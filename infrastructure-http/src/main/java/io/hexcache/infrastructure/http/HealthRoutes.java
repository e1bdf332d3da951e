package io.hexcache.infrastructure.http;

import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.management.ManagementResult;
import io.hexcache.application.route.Route;
import io.hexcache.application.route.RouteReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The routes that people and orchestrators ask how the node is. Degraded is 200 as long as requests can be answered.
 */
final class HealthRoutes {

    private final CacheManagementUseCase management;

    HealthRoutes(CacheManagementUseCase management) {
        this.management = management;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/v1/health", _ -> asked(ManagementReplies::of)),
                Route.get("/v1/health/live", _ -> asked(health -> reply(health.live(), Map.of("live", health.live())))),
                Route.get("/v1/health/ready", _ -> asked(health -> reply(health.ready(), Map.of("ready", health
                        .ready())))));
    }

    static RouteReply reply(boolean well, Object body) {
        return new RouteReply(well ? 200 : 503, Optional.of(body), Optional.empty(), Optional.empty());
    }

    private RouteReply asked(Function<ManagementResult.Health, RouteReply> view) {
        return management.execute(new ManagementCommand.CheckHealth()) instanceof ManagementResult.Health health
                ? view.apply(health)
                : reply(false, Map.of("live", true));
    }
}
