package io.hexcache.domain.tier;

import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.statistics.NamespaceStatistics;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes the two levels of a namespace from what all namespaces of a node share.
 *
 * @param random makes tokens; must be hard to guess only in so far as nodes must not repeat each other
 */
public record TierFactory(LocalCacheFactory localCaches, RemotePorts remote, NodeState node, RandomGenerator random) {

    /** The tiers of this namespace. */
    public <V> MultiLevelCacheService<V> create(Namespace namespace, Class<V> type, Supplier<NamespacePolicy> policy,
            NamespaceStatistics statistics) {
        LocalLimits limits = policy.get().local();
        KeyUses uses = new KeyUses(limits.maxEntries(), node.ticker());
        Admission admission = new Admission(namespace, policy, uses, node.ticker());
        LocalTier<V> local = new LocalTier<>(localCaches.create(limits), admission, node.trust(), node.stamps()
                .table(), node.ticker());
        return new MultiLevelCacheService<>(local, new RemoteTier<>(remote, type, node, statistics, random),
                new RemoteWriter<>(remote, statistics, random), node, statistics);
    }
}
