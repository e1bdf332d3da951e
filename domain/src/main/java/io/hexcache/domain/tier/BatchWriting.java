package io.hexcache.domain.tier;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Token;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes that have begun in L2 together and are to be ended there.
 *
 * @param keys what begins and ends with them, those of the releases beside this one included
 * @param stamp goes with the entries
 */
public record BatchWriting(Set<CacheKey> keys, Token token, long stamp) {

    /** The same without these keys, which are left to the end of the token's life. */
    public BatchWriting without(Set<CacheKey> others) {
        return new BatchWriting(keys.stream().filter(key -> !others.contains(key)).collect(
                Collectors.toSet()), token, stamp);
    }
}
