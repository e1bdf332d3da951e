package io.hexcache.domain.warming;

import io.hexcache.domain.Cache;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.strategy.ReadOptions;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What to warm, and how.
 *
 * @param name by which operators start it, {@code [a-z][a-z0-9-]*} of at most 64 characters
 */
public record WarmingPlan(String name, KeySource keys, KeyWarmer warmer, WarmingOptions options) {

    private static final Pattern LEGAL = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    /** Checks the name. */
    public WarmingPlan {
        if (!LEGAL.matcher(name).matches()) {
            throw new CacheConfigurationException("name of a warming plan must be a letter and up to 63 letters, "
                    + "digits and hyphens, all small; it has " + name.length() + " characters");
        }
    }

    /**
     * Keys of a namespace with a source of truth, loaded from there.
     *
     * @throws CacheConfigurationException if the namespace has none
     */
    public static <V> WarmingPlan of(String name, Cache<V> cache, KeySource keys) {
        return of(name, cache, keys, ReadOptions.NONE);
    }

    /** As above, read with these options: {@code ReadOptions.NONE.withTtl(...)} says how long the values live. */
    public static <V> WarmingPlan of(String name, Cache<V> cache, KeySource keys, ReadOptions reads) {
        if (!cache.hasSource()) {
            throw new CacheConfigurationException("warming plan " + name
                    + " has no loader, and its namespace no source of truth; give it one of them");
        }
        return new WarmingPlan(name, keys, CacheWarmer.reading(cache, reads), WarmingOptions.DEFAULT);
    }

    /** Keys of a namespace, loaded by this loader, which may find nothing. */
    public static <V> WarmingPlan of(String name, Cache<V> cache, KeySource keys,
            Function<String, Optional<V>> loader) {
        return of(name, cache, keys, loader, ReadOptions.NONE);
    }

    /** As above, read with these options. */
    public static <V> WarmingPlan of(String name, Cache<V> cache, KeySource keys, Function<String, Optional<V>> loader,
            ReadOptions reads) {
        return new WarmingPlan(name, keys, CacheWarmer.loading(cache, loader, reads), WarmingOptions.DEFAULT);
    }

    /** The same with these options. */
    public WarmingPlan with(WarmingOptions newOptions) {
        return new WarmingPlan(name, keys, warmer, newOptions);
    }
}
