package io.hexcache.bootstrap.client;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param text the body as it came
 * @param body the same, read
 * @param deferred whether a change is still to reach L2 or the other nodes
 */
public record ServiceReply(int status, String text, JsonNode body, boolean deferred) {

    /** Whether the service did what it was asked. */
    public boolean isDone() {
        return status >= 200 && status < 300;
    }

    /** Whether there is no such thing. */
    public boolean isNotFound() {
        return status == 404;
    }

    /** Whether the service refuses what it was sent, and would do so again. */
    public boolean isMistaken() {
        return status == 400 || status == 422;
    }

    /** Why the service did not do it, in its own words. */
    public String problem() {
        return Optional.of(body.path("detail").asString("")).filter(detail -> !detail.isEmpty()).orElse("status "
                + status);
    }
}
