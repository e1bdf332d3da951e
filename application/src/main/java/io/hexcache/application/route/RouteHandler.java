package io.hexcache.application.route;

/** Answers the requests of one route, on a thread of its own that may wait. */
@FunctionalInterface
public interface RouteHandler<B> {

    /**
     * Answers one request.
     *
     * @throws RouteRefusal if the request cannot be granted; the caller gets its status and detail as a problem
     *         document
     */
    RouteReply handle(RouteCall<B> call);
}
