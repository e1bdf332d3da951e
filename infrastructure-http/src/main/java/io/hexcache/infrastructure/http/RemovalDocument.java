package io.hexcache.infrastructure.http;

import io.hexcache.domain.invalidation.Completion;
import java.util.Optional;

/**
 * What an invalidation came to, as JSON.
 *
 * @param deferred there, and true, only if it is
 */
record RemovalDocument(long removed, Optional<Boolean> deferred) {

    static RemovalDocument of(long removed, Completion completion) {
        return new RemovalDocument(removed,
                completion == Completion.DEFERRED ? Optional.of(true) : Optional.empty());
    }
}
