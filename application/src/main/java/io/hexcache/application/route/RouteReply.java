package io.hexcache.application.route;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.invalidation.Completion;
import java.util.Optional;

/**
 * What a route answers. The service turns it into a response with the headers that go with it.
 *
 * @param body written as JSON: a record, a collection, a map, a plain value
 * @param origin where the body came from; a reply with one carries {@code X-Cache} and {@code Age}
 * @param completion how far a change has come; a reply with one carries {@code X-Cache-Change}
 */
public record RouteReply(int status, Optional<Object> body, Optional<Lookup.Hit<?>> origin,
        Optional<Completion> completion) {

    /** 200 with a body that does not come from a cache. */
    public static RouteReply ok(Object body) {
        return new RouteReply(200, Optional.of(body), Optional.empty(), Optional.empty());
    }

    /** 200 with a body that was looked up. */
    public static RouteReply found(Object body, Lookup.Hit<?> origin) {
        return new RouteReply(200, Optional.of(body), Optional.of(origin), Optional.empty());
    }

    /** 200 with what has become of a change. */
    public static RouteReply changed(Object body, Completion completion) {
        return new RouteReply(200, Optional.of(body), Optional.empty(), Optional.of(completion));
    }
}
