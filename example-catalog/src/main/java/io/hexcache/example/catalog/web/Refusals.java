package io.hexcache.example.catalog.web;

import io.hexcache.application.route.RouteHandler;
import io.hexcache.application.route.RouteRefusal;
import io.hexcache.example.catalog.product.ProductException;

/** Gives what the catalogue refuses the status that it has in HTTP. */
final class Refusals {

    private Refusals() {}

    /** The same handler, whose refusals are those of a route. */
    static <B> RouteHandler<B> of(RouteHandler<B> handler) {
        return call -> {
            try {
                return handler.handle(call);
            } catch (ProductException refusal) {
                throw new RouteRefusal(status(refusal), refusal.reason());
            }
        };
    }

    private static int status(ProductException refusal) {
        return switch (refusal) {
            case ProductException.Unknown _ -> 404;
            case ProductException.Outdated _ -> 409;
            case ProductException.Invalid _ -> 422;
        };
    }
}
