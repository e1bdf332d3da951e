package io.hexcache.infrastructure.http;

import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.route.Route;
import io.hexcache.application.route.RouteReply;
import java.util.List;

/** The route that invalidates more than one entry. */
final class InvalidationRoutes {

    private final CacheManagementUseCase management;

    InvalidationRoutes(CacheManagementUseCase management) {
        this.management = management;
    }

    List<Route<?>> routes() {
        return List.of(Route.post("/v1/invalidations", InvalidationDocument.class, call -> reply(call.body())));
    }

    private RouteReply reply(InvalidationDocument document) {
        return ManagementReplies.of(management.execute(document.command()));
    }
}
