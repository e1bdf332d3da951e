package io.hexcache.domain;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.invalidation.InvalidationResult;
import io.hexcache.domain.invalidation.Regions;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.statistics.NamespaceStatistics;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.CacheRegion;
import io.hexcache.domain.strategy.CacheStrategyService;
import io.hexcache.domain.strategy.EntryMaker;
import io.hexcache.domain.strategy.RequestCoalescer;
import io.hexcache.domain.tier.MultiLevelCacheService;
import io.hexcache.domain.tier.TierFactory;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/**
 * The caches of a node. Namespaces are declared while the node is wired; from then on anyone can ask for a handle.
 */
public final class Caches {

    private final TierFactory tiers;
    private final CacheInvalidationService invalidation;
    private final Regions regions;
    private final InstantSource dates;
    private final Function<Namespace, NamespacePolicy> policies;
    private final Map<Namespace, DeclaredCache<?>> declared = new ConcurrentSkipListMap<>();

    /**
     * Caches on these parts of a node.
     *
     * @param policies answers for every namespace, declared or not
     */
    public Caches(TierFactory tiers, CacheInvalidationService invalidation, Regions regions, InstantSource dates,
            Function<Namespace, NamespacePolicy> policies) {
        this.tiers = tiers;
        this.invalidation = invalidation;
        this.regions = regions;
        this.dates = dates;
        this.policies = policies;
    }

    /**
     * Declares a namespace, once.
     *
     * @throws CacheConfigurationException if it is declared already
     */
    public <V> Cache<V> declare(CacheDefinition<V> definition) {
        Namespace namespace = definition.namespace();
        NamespacePolicy policy = policies.apply(namespace);
        NamespaceStatistics statistics = new NamespaceStatistics();
        MultiLevelCacheService<V> levels = tiers.create(namespace, definition.type(), policy.local(), statistics);
        RequestCoalescer<Lookup<V>> coalescer = new RequestCoalescer<>(() -> statistics.count(CacheEvent.COALESCED));
        Cache<V> cache = new Cache<>(new CacheStrategyService<>(definition, new EntryMaker<>(policy, definition
                .tagger(),
                dates), levels, coalescer, invalidation));
        DeclaredCache<V> entry = new DeclaredCache<>(definition, cache, statistics, levels::localUsage);
        if (declared.putIfAbsent(namespace, entry) != null) {
            throw new CacheConfigurationException("namespace " + namespace
                    + " is declared twice; one owner declares it");
        }
        regions.add(new CacheRegion<>(levels, coalescer));
        return cache;
    }

    /**
     * The handle on a declared namespace.
     *
     * @throws CacheConfigurationException if it is not declared, or declared with values of another type
     */
    public <V> Cache<V> of(String namespace, Class<V> type) {
        DeclaredCache<?> found = find(new Namespace(namespace)).orElseThrow(() -> new CacheConfigurationException(
                "namespace " + namespace + " is not declared; there are " + declared.keySet()));
        if (!found.definition().type().equals(type)) {
            throw new CacheConfigurationException("namespace %s holds %s, not %s".formatted(namespace, found
                    .definition()
                    .type().getName(), type.getName()));
        }
        @SuppressWarnings("unchecked") // the type was compared above
        Cache<V> cache = (Cache<V>) found.cache();
        return cache;
    }

    /** The declared namespace of this name. */
    public Optional<DeclaredCache<?>> find(Namespace namespace) {
        return Optional.ofNullable(declared.get(namespace));
    }

    /** All declared namespaces, by name. */
    public Collection<DeclaredCache<?>> all() {
        return declared.values();
    }

    /** Drops what is selected, over all namespaces, in both tiers and on all nodes. */
    public InvalidationResult invalidate(KeySelection selection) {
        return invalidation.invalidate(selection);
    }
}
