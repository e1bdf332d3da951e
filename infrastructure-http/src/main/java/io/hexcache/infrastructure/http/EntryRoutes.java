package io.hexcache.infrastructure.http;

import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.route.Route;
import io.hexcache.application.route.RouteCall;
import io.hexcache.application.route.RouteReply;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import java.util.List;
import java.util.function.BiFunction;

/** The routes of single entries. */
final class EntryRoutes {

    private static final String PATH = "/v1/caches/{namespace}/entries/{id}";

    private final CacheManagementUseCase management;

    EntryRoutes(CacheManagementUseCase management) {
        this.management = management;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get(PATH, call -> execute(call, ManagementCommand.ReadEntry::new)),
                Route.put(PATH, EntryDocument.class, this::put),
                Route.delete(PATH, call -> execute(call, ManagementCommand.RemoveEntry::new)));
    }

    private RouteReply put(RouteCall<EntryDocument> call) {
        EntryDocument document = call.body();
        return execute(call, (namespace, id) -> new ManagementCommand.PutEntry(namespace, id, document.value(), document
                .ttl().map(TtlText::parse), document.tagSet()));
    }

    private RouteReply execute(RouteCall<?> call, BiFunction<Namespace, String, ManagementCommand> command) {
        Namespace namespace = new Namespace(call.pathParameter("namespace"));
        // Whatever the key's version is, an identifier that no key can have is refused here.
        String identifier = new CacheKey(namespace, call.pathParameter("id"), 0).identifier();
        return ManagementReplies.of(management.execute(command.apply(namespace, identifier)));
    }
}
