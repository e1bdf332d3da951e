package io.hexcache.domain;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.existence.KeyExistence;
import io.hexcache.domain.invalidation.CacheInvalidationHandlers;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.invalidation.InvalidationResult;
import io.hexcache.domain.invalidation.Occurrence;
import io.hexcache.domain.invalidation.Preview;
import io.hexcache.domain.invalidation.Regions;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.ReservedTags;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.statistics.NamespaceStatistics;
import io.hexcache.domain.strategy.AliasNames;
import io.hexcache.domain.strategy.AliasService;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.CacheStrategyService;
import io.hexcache.domain.tier.MultiLevelCacheService;
import io.hexcache.domain.tier.TierFactory;
import io.hexcache.domain.time.NodeRuntime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The caches of a node. Namespaces are declared while the node is wired; from then on anyone can ask for a handle.
 */
public final class Caches {

    private final TierFactory tiers;
    private final CacheInvalidationService invalidation;
    private final Regions regions;
    private final NodeRuntime runtime;
    private final Function<Namespace, NamespacePolicy> policies;
    private final CacheInvalidationHandlers handlers;
    private final Map<Namespace, DeclaredCache<?>> declared = new ConcurrentSkipListMap<>();

    /**
     * Caches on these parts of a node.
     *
     * @param policies answers for every namespace, declared or not; asked again for each decision
     */
    public Caches(TierFactory tiers, CacheInvalidationService invalidation, Regions regions, NodeRuntime runtime,
            Function<Namespace, NamespacePolicy> policies) {
        this.tiers = tiers;
        this.invalidation = invalidation;
        this.regions = regions;
        this.runtime = runtime;
        this.policies = policies;
        this.handlers = new CacheInvalidationHandlers(invalidation::invalidate);
    }

    /**
     * Declares a namespace, once.
     *
     * @throws CacheConfigurationException if it is declared already
     */
    public <V> Cache<V> declare(CacheDefinition<V> definition) {
        AliasNames.checkFree(definition.namespace());
        return declareAny(definition);
    }

    private <V> Cache<V> declareAny(CacheDefinition<V> definition) {
        Namespace namespace = definition.namespace();
        Supplier<NamespacePolicy> policy = () -> policies.apply(namespace);
        NamespaceStatistics statistics = new NamespaceStatistics();
        TierFactory.Tiers<V> made = tiers.migrating(definition.migrations()).create(namespace,
                definition.type(), policy, statistics);
        MultiLevelCacheService<V> levels = made.levels();
        CacheStrategyService<V> strategy = new CacheStrategyService<>(definition, policy, levels, invalidation,
                runtime);
        Cache<V> cache = new Cache<>(strategy, new AliasService<>(definition, strategy, aliases(definition)));
        DeclaredCache<V> entry = new DeclaredCache<>(definition, cache, statistics, new DeclaredCache.Insight(
                levels::localUsage,
                identifier -> made.explainer().explain(cache.key(identifier), strategy.loading(identifier)),
                levels::hotKeys));
        if (declared.putIfAbsent(namespace, entry) != null) {
            throw new CacheConfigurationException("namespace " + namespace
                    + " is declared twice; one owner declares it");
        }
        strategy.drainBehind();
        strategy.regions().forEach(regions::add);
        definition.filter().ifPresent(KeyExistence::missedChanges);
        if (definition.relations().dependants()) {
            regions.dependants().add(namespace);
        }
        return cache;
    }

    private Map<String, CacheStrategyService<String>> aliases(CacheDefinition<?> owner) {
        Map<String, CacheStrategyService<String>> places = new HashMap<>();
        owner.relations().aliases().keySet().forEach(name -> places.put(name, declareAny(CacheDefinition.of(AliasNames
                .namespace(owner.namespace(), name).name(), String.class).withVersion(owner.version())).strategy()));
        return places;
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

    /**
     * What stands for the shape in which values of this type are stored, for {@link CacheDefinition#withMigration}; 0
     * if that cannot be told. A test of the type's owner should keep it, so that a change of the type is noticed.
     */
    public long fingerprint(Class<?> type) {
        return tiers.remote().codec().fingerprint(type);
    }

    /** Drops what is selected, over all namespaces, in both tiers and on all nodes. */
    public InvalidationResult invalidate(KeySelection selection) {
        return invalidation.invalidate(selection);
    }

    /** What {@link #invalidate} would remove from L2 now, with at most so many of the keys; removes nothing. */
    public Preview preview(KeySelection selection, int samples) {
        return invalidation.preview(selection, samples);
    }

    /**
     * Makes every entry of the namespace and its children obsolete at the cost of one stamp, without looking for them:
     * on this node at once, on the others within the bound. What they take up is freed when they expire; the count of
     * the result is 0.
     */
    public InvalidationResult clear(Namespace namespace) {
        return invalidate(new KeySelection.Cleared(namespace));
    }

    /** As {@link #clear}, for every entry there is. */
    public InvalidationResult clearAll() {
        return invalidate(new KeySelection.Everything());
    }

    /**
     * Makes every entry that is about the entity obsolete, at the same cost and with the same count as {@link #clear}.
     *
     * @param entity as the definitions name it in {@code withEntity}
     */
    public InvalidationResult advanceEpoch(String entity) {
        return invalidate(new KeySelection.Tagged(Set.of(ReservedTags.ofEntity(entity))));
    }

    /** The rules that say what an event or a data change makes obsolete; {@link #on} follows them. */
    public CacheInvalidationHandlers handlers() {
        return handlers;
    }

    /**
     * Something has happened: invalidates what the rules say.
     *
     * @throws io.hexcache.domain.error.InvalidKeyException if it lacks an attribute that a rule needs; then nothing
     *         was invalidated
     */
    public InvalidationResult on(Occurrence occurrence) {
        return handlers.handle(occurrence);
    }
}
