package io.hexcache.domain.counter;

import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CounterAge;

/** What this node knows of clears, for counters. */
@FunctionalInterface
public interface ClearStamps {

    /** No clear is ever known: counters live until they are removed. */
    ClearStamps NONE = namespace -> CounterAge.ANY;

    /**
     * How old the counters of this namespace may be.
     *
     * @throws io.hexcache.domain.error.CacheException if nothing is known yet and the register cannot be asked
     */
    CounterAge of(Namespace namespace);
}
