package io.hexcache.contract;

import io.hexcache.domain.key.CacheKey;

/**
 * One line of the {@link GlobTable}.
 *
 * @param pattern in the grammar of {@link io.hexcache.domain.key.KeyPattern}
 * @param key the key whose {@code namespace:identifier} is matched
 * @param matches whether the pattern takes the whole of it
 */
public record GlobCase(String pattern, CacheKey key, boolean matches) {

    @Override
    public String toString() {
        return pattern + (matches ? " takes " : " leaves ") + key.qualifiedIdentifier();
    }
}
