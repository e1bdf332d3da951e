package io.hexcache.domain.strategy;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.key.CacheKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what code of others hands over: loaders, what they return, and values to be written. */
final class LoadedValues {

    private LoadedValues() {}

    static <T> T notNull(CacheKey key, @Nullable T loaded) {
        if (loaded == null) {
            throw new CacheReadException("the loader of " + key
                    + " returned null; use findOrLoad and return Optional.empty() for what does not exist");
        }
        return loaded;
    }

    /** A value that is to be written; refused before anything is changed. */
    static <T> T written(CacheKey key, @Nullable T value) {
        if (value == null) {
            throw new CacheWriteException("cannot write null under " + key
                    + "; delete it at its source, or invalidate it");
        }
        return value;
    }

    static <T> T loader(String identifier, @Nullable T loader) {
        if (loader == null) {
            throw new CacheConfigurationException("the read of '" + identifier + "' has no loader; get() needs none");
        }
        return loader;
    }

    static <T> T notNull(Set<CacheKey> keys, @Nullable T loaded) {
        if (loaded == null) {
            throw new CacheReadException("the loader of " + keys.size()
                    + " keys returned null; let it return a map without the keys that do not exist");
        }
        return loaded;
    }

    static <T> T changed(CacheKey key, @Nullable T made) {
        if (made == null) {
            throw new CacheReadException("the update of " + key + " returned null; invalidate what shall not be there");
        }
        return made;
    }
}
