package io.hexcache.domain.strategy;

import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.key.CacheKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what loaders return, which is code of others. */
final class LoadedValues {

    private LoadedValues() {}

    static <T> T notNull(CacheKey key, @Nullable T loaded) {
        if (loaded == null) {
            throw new CacheReadException("the loader of " + key
                    + " returned null; use findOrLoad and return Optional.empty() for what does not exist");
        }
        return loaded;
    }

    static <T> T notNull(Set<CacheKey> keys, @Nullable T loaded) {
        if (loaded == null) {
            throw new CacheReadException("the loader of " + keys.size()
                    + " keys returned null; let it return a map without the keys that do not exist");
        }
        return loaded;
    }
}
