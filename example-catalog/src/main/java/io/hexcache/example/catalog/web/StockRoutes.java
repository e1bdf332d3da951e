package io.hexcache.example.catalog.web;

import io.hexcache.application.route.Route;
import io.hexcache.application.route.RouteCall;
import io.hexcache.application.route.RouteRefusal;
import io.hexcache.application.route.RouteReply;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.strategy.WriteResult;
import io.hexcache.example.catalog.product.StockLevel;
import io.hexcache.example.catalog.product.StockLevels;
import java.util.List;

/**
 * The routes of stock levels. A level that is set is answered once it cannot be lost, which may be before it is stored.
 */
public final class StockRoutes {

    private static final String PATH = "/v1/products/{id}/stock";

    private final StockLevels levels;

    /** Routes to these. */
    public StockRoutes(StockLevels levels) {
        this.levels = levels;
    }

    /** All of them. */
    public List<Route<?>> all() {
        return List.of(Route.get(PATH, Refusals.of(this::find)),
                Route.put(PATH, StockDocument.class, Refusals.of(this::set)));
    }

    private RouteReply find(RouteCall<Void> call) {
        long id = ProductRoutes.id(call);
        return switch (levels.find(id)) {
            case Lookup.Hit<StockLevel> hit -> RouteReply.found(document(hit.found()), hit);
            case Lookup.Absent<StockLevel> _, Lookup.Miss<StockLevel> _ -> throw new RouteRefusal(404,
                    "there is no product " + id);
        };
    }

    private RouteReply set(RouteCall<StockDocument> call) {
        WriteResult<StockLevel> set = levels.set(ProductRoutes.id(call), call.body().toLevel());
        return RouteReply.changed(document(set.stored()), set.completion());
    }

    private static StockDocument document(StockLevel level) {
        return new StockDocument(level.pieces());
    }
}
