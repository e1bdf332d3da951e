package io.hexcache.domain.scheduling;

import io.hexcache.domain.key.KeySelection;
import java.time.Instant;
import java.util.Optional;

/**
 * An invalidation that is to happen.
 *
 * @param id tells it apart from all others of this node
 * @param due when it is to happen; after a failure, when it is tried again
 * @param failures how often it has failed so far
 * @param failure what went wrong the last time
 */
public record ScheduledInvalidation(long id, KeySelection selection, Instant due, int failures,
        Optional<String> failure) {

    static ScheduledInvalidation first(long id, KeySelection selection, Instant due) {
        return new ScheduledInvalidation(id, selection, due, 0, Optional.empty());
    }

    ScheduledInvalidation failed(String why, Instant next) {
        return new ScheduledInvalidation(id, selection, next, failures + 1, Optional.of(why));
    }
}
