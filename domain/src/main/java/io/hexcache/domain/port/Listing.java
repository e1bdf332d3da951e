package io.hexcache.domain.port;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import java.time.Duration;
import java.util.Set;

/**
 * A key that is to be listed under each of these tags.
 *
 * @param ttl how long it stays listed; 1 ms or more
 */
public record Listing(Set<Tag> tags, CacheKey key, Duration ttl) {}
