package io.hexcache.application.route;

/**
 * One route of a feature.
 *
 * @param path literal segments and {@code {name}} segments, such as {@code /v1/products/{id}}; a named segment takes
 *             one whole, decoded, non-empty segment
 * @param bodyType what the body is read as, strictly: an unknown, missing or mistyped field is a 400 that names it;
 *            {@code Void} means that the route takes no body
 */
public record Route<B>(Method method, String path, Class<B> bodyType, RouteHandler<B> handler) {

    /** The methods that routes can have. HEAD is answered from GET. */
    public enum Method {
        /** Reads. */
        GET,
        /** Replaces. */
        PUT,
        /** Makes or does something. */
        POST,
        /** Deletes. */
        DELETE
    }

    /** A route that reads. */
    public static Route<Void> get(String path, RouteHandler<Void> handler) {
        return new Route<>(Method.GET, path, Void.class, handler);
    }

    /** A route that replaces. */
    public static <B> Route<B> put(String path, Class<B> bodyType, RouteHandler<B> handler) {
        return new Route<>(Method.PUT, path, bodyType, handler);
    }

    /** A route that makes or does something. */
    public static <B> Route<B> post(String path, Class<B> bodyType, RouteHandler<B> handler) {
        return new Route<>(Method.POST, path, bodyType, handler);
    }

    /** A route that deletes. */
    public static Route<Void> delete(String path, RouteHandler<Void> handler) {
        return new Route<>(Method.DELETE, path, Void.class, handler);
    }
}
