package io.hexcache.infrastructure.http;

import io.hexcache.application.route.RouteCall;
import java.util.Map;
import java.util.Optional;

/** A request that found its route. */
final class MatchedCall<B> implements RouteCall<B> {

    private final Map<String, String> path;
    private final Map<String, String> query;
    private final Optional<B> body;

    MatchedCall(Map<String, String> path, Map<String, String> query, Optional<B> body) {
        this.path = path;
        this.query = query;
        this.body = body;
    }

    @Override
    public String pathParameter(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route's path has no {" + name + "}, only " + path.keySet());
        }
        return value;
    }

    @Override
    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    @Override
    public Map<String, String> queryParameters() {
        return query;
    }

    @Override
    public B body() {
        return body.orElseThrow(() -> new IllegalStateException("the route was declared without a body"));
    }
}
