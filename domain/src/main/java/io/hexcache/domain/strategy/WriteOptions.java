package io.hexcache.domain.strategy;

import io.hexcache.domain.key.ReservedTags;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.TtlBounds;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What one write says differently from its namespace.
 *
 * @param ttl empty means the namespace's own
 * @param tags in addition to those of the namespace's definition
 */
public record WriteOptions(Optional<Duration> ttl, Set<Tag> tags) {

    /** As the namespace says. */
    public static final WriteOptions NONE = new WriteOptions(Optional.empty(), Set.of());

    /** Checks the ttl and the number of tags. */
    public WriteOptions {
        ttl.ifPresent(given -> TtlBounds.check("ttl", given));
        tags = ReservedTags.checkFree(Tag.checked(tags));
    }
}
