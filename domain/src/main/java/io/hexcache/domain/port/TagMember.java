package io.hexcache.domain.port;

import io.hexcache.domain.key.CacheKey;

/**
 * A key that carries a tag.
 *
 * @param mark changes each time that the key is added to the tag
 */
public record TagMember(CacheKey key, long mark) {}
