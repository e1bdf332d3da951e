package io.hexcache.domain.tier;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Token;
import java.util.HashSet;
import java.util.Set;

/**
 * A write that has begun in L2 and is to be ended there.
 *
 * @param keys what begins and ends with it: the key in its version and those beside it, for the releases beside this
 *            one
 * @param stamp goes with the entry
 */
public record Writing(CacheKey key, Set<CacheKey> keys, Token token, long stamp) {

    Set<CacheKey> otherVersions() {
        Set<CacheKey> others = new HashSet<>(keys);
        others.remove(key);
        return others;
    }
}
