package io.hexcache.domain.warming;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheReadException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Warms through the handle, by the same reads that everybody uses: so whatever overtakes a load here is treated as it
 * is there, and nothing stale is ever stored.
 *
 * @param load loads what is not cached; whether anything came of it
 */
record CacheWarmer<V>(Cache<V> cache, Predicate<String> load) implements KeyWarmer {

    /** Warms from the source of truth of the namespace. */
    static <V> CacheWarmer<V> reading(Cache<V> cache) {
        return new CacheWarmer<>(cache, identifier -> isThere(cache.get(identifier)));
    }

    /** Warms by a loader. */
    static <V> CacheWarmer<V> loading(Cache<V> cache, Function<String, Optional<V>> loader) {
        return new CacheWarmer<>(cache, identifier -> {
            cache.findOrLoad(identifier, loader);
            return true;
        });
    }

    @Override
    public Outcome warm(String identifier, WarmingMode mode) {
        switch (mode) {
            case ONLY_IF_MISSING -> {
                if (isThere(cache.peek(identifier))) {
                    return Outcome.SKIPPED;
                }
            }
            case FORCE -> cache.invalidate(identifier);
        }
        if (load.test(identifier)) {
            return Outcome.WARMED;
        }
        throw new CacheReadException("warming of " + cache.key(identifier)
                + " found only what had expired; see why its source does not answer");
    }

    private static boolean isThere(Lookup<?> found) {
        return switch (found) {
            case Lookup.Hit<?> hit -> hit.freshness() == Freshness.FRESH;
            case Lookup.Absent<?> _ -> true;
            case Lookup.Miss<?> _ -> false;
        };
    }
}
