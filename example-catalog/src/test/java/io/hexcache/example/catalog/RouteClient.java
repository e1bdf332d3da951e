package io.hexcache.example.catalog;

import io.hexcache.application.route.Route;
import io.hexcache.application.route.RouteCall;
import io.hexcache.application.route.RouteReply;
import io.hexcache.example.catalog.web.ProductDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls the routes of the catalogue as the HTTP adapter would. */
final class RouteClient {

    private static final String ALL = "/v1/products";
    private static final String ONE = "/v1/products/{id}";

    private record Call<B>(Map<String, String> pathParameters, Map<String, String> queryParameters, Optional<B> content)
            implements RouteCall<B> {

        @Override
        public String pathParameter(String name) {
            return Optional.ofNullable(pathParameters.get(name)).orElseThrow();
        }

        @Override
        public Optional<String> queryParameter(String name) {
            return Optional.ofNullable(queryParameters.get(name));
        }

        @Override
        public B body() {
            return content.orElseThrow();
        }
    }

    private final List<Route<?>> routes;

    RouteClient(List<Route<?>> routes) {
        this.routes = routes;
    }

    RouteReply get(String id) {
        return route(Route.Method.GET, ONE, Void.class).handler().handle(new Call<>(Map.of("id", id), Map.of(), Optional
                .empty()));
    }

    RouteReply list(Map<String, String> query) {
        return route(Route.Method.GET, ALL, Void.class).handler().handle(new Call<>(Map.of(), query, Optional.empty()));
    }

    RouteReply put(String id, ProductDocument document) {
        return route(Route.Method.PUT, ONE, ProductDocument.class).handler()
                .handle(new Call<>(Map.of("id", id), Map.of(),
                        Optional.of(document)));
    }

    RouteReply delete(String id) {
        return route(Route.Method.DELETE, ONE, Void.class).handler().handle(new Call<>(Map.of("id", id), Map.of(),
                Optional.empty()));
    }

    private <B> Route<B> route(Route.Method method, String path, Class<B> bodyType) {
        Route<?> found = routes.stream().filter(route -> route.method() == method && route.path().equals(path))
                .findFirst()
                .orElseThrow();
        if (!found.bodyType().equals(bodyType)) {
            throw new IllegalArgumentException(path + " takes a " + found.bodyType());
        }
        @SuppressWarnings("unchecked") // compared above
        Route<B> typed = (Route<B>) found;
        return typed;
    }
}
