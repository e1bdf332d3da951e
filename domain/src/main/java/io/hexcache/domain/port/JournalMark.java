package io.hexcache.domain.port;

import io.hexcache.domain.key.CacheKey;

/** All writes of one key up to and including the one of this order. */
public record JournalMark(CacheKey key, long order) {}
