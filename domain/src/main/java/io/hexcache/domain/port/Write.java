package io.hexcache.domain.port;

import io.hexcache.domain.key.CacheKey;
import java.time.Duration;

/**
 * An entry to be stored.
 *
 * @param token that of the lease or write under which it is stored; from then on it names the entry
 * @param bytes the encoded entry; neither side changes them
 * @param life how long the store keeps it, 1 ms or more
 * @param version the source's version of the value, for {@link SetCondition.IfNewer}; 0 if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // writes are never compared
public record Write(CacheKey key, Token token, byte[] bytes, Duration life, long version) {}
