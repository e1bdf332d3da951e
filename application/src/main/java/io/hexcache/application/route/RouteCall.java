package io.hexcache.application.route;

import java.util.Map;
import java.util.Optional;

/** One request, as a route sees it. */
public interface RouteCall<B> {

    /** The decoded value of a {@code {name}} segment of the route's path; asking for another name is a mistake. */
    String pathParameter(String name);

    /** The decoded value of a query parameter; one that is given twice is refused before the route is asked. */
    Optional<String> queryParameter(String name);

    /** All query parameters, by name. */
    Map<String, String> queryParameters();

    /** The body; asking for it in a route without one is a mistake. */
    B body();
}
