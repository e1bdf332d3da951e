package io.hexcache.domain.tier;

import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.port.SchemaMigration;
import io.hexcache.domain.statistics.NamespaceStatistics;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes the two levels of a namespace from what all namespaces of a node share. */
public record TierFactory(LocalCacheFactory localCaches, RemotePorts remote, NodeState node) {

    /**
     * The tiers of one namespace.
     *
     * @param explainer looks at them without changing anything
     */
    public record Tiers<V>(MultiLevelCacheService<V> levels, TierExplainer<V> explainer) {}

    /** The same, for a namespace whose earlier values these bring into today's shape. */
    public TierFactory migrating(List<SchemaMigration> migrations) {
        return migrations.isEmpty() ? this : new TierFactory(localCaches, remote.migrating(migrations), node);
    }

    /** The tiers of this namespace. */
    public <V> Tiers<V> create(Namespace namespace, Class<V> type, Supplier<NamespacePolicy> policy,
            NamespaceStatistics statistics) {
        LocalLimits limits = policy.get().local();
        KeyUses uses = new KeyUses(limits.maxEntries(), node.ticker());
        Admission admission = new Admission(namespace, policy, uses, node.ticker());
        LocalTier<V> local = new LocalTier<>(new FittingCache<>(localCaches, limits), admission, node.trust(),
                node.stamps()
                        .table(),
                node.ticker());
        RandomGenerator random = node.runtime().random();
        RemoteTier<V> second = new RemoteTier<>(remote, type, node, statistics, random);
        MultiLevelCacheService<V> levels = new MultiLevelCacheService<>(local, second, new RemoteWriter<>(remote,
                statistics, random), node, statistics);
        return new Tiers<>(levels, new TierExplainer<>(local, second, levels.behind(), node, policy));
    }
}
