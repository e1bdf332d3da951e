package io.hexcache.domain.port;

import io.hexcache.domain.policy.LocalLimits;

/** Makes the L1 of a namespace. */
@FunctionalInterface
public interface LocalCacheFactory {

    /** A new, empty cache within these limits. */
    <V> LocalCache<V> create(LocalLimits limits);
}
