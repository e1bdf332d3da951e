package io.hexcache.example.catalog.web;

import io.hexcache.application.route.RouteHandler;
import io.hexcache.application.route.RouteRefusal;
import io.hexcache.example.catalog.product.ProductException;
import io.hexcache.example.catalog.product.ProductStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives what the catalogue refuses, and a database that is away, the status that it has in HTTP. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    /** The same handler, whose refusals are those of a route. */
    static <B> RouteHandler<B> of(RouteHandler<B> handler) {
        return call -> {
            try {
                return handler.handle(call);
            } catch (ProductException refusal) {
                throw new RouteRefusal(status(refusal), refusal.reason());
            } catch (ProductStoreException away) {
                LOG.warn("answered 503: {}", away.getMessage());
                throw new RouteRefusal(503, "the database of products does not answer; try again in a moment");
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
