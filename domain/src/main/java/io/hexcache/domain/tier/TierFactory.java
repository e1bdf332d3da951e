package io.hexcache.domain.tier;

import io.hexcache.domain.invalidation.DeferredInvalidations;
import io.hexcache.domain.invalidation.LocalTrust;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.statistics.NamespaceStatistics;
import io.hexcache.domain.time.Ticker;
import java.util.random.RandomGenerator;

/**
 * Makes the two levels of a namespace from what all namespaces of a node share.
 *
 * @param random makes the tokens of leases; must be hard to guess only in so far as nodes must not repeat each other
 */
public record TierFactory(LocalCacheFactory localCaches, RemotePorts remote, NodeState state, Ticker ticker,
        RandomGenerator random) {

    /** What the tiers of a node know together: whether the bus is heard, and what L2 has still to be told. */
    public record NodeState(LocalTrust trust, DeferredInvalidations deferred) {}

    /** The tiers of this namespace. */
    public <V> MultiLevelCacheService<V> create(Namespace namespace, Class<V> type, LocalLimits limits,
            NamespaceStatistics statistics) {
        LocalTier<V> local = new LocalTier<>(namespace, localCaches.create(limits), limits, state.trust(), ticker);
        RemoteTier<V> l2 = new RemoteTier<>(remote, type, state.deferred(), statistics);
        return new MultiLevelCacheService<>(local, l2, statistics, ticker, random);
    }
}
