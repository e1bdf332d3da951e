package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.explain.Loading;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.invalidation.InvalidationResult;
import io.hexcache.domain.invalidation.Region;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.CacheKeyGenerator;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.TtlDecision;
import io.hexcache.domain.port.WritableSource;
import io.hexcache.domain.scope.LoadScope;
import io.hexcache.domain.scope.ReadScope;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.tier.MultiLevelCacheService;
import io.hexcache.domain.time.NodeRuntime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The strategies of one namespace: cache-aside and read-through with cached absence, write-through, refresh, and one
 * load at a time per key. Each is a few lines over the two tiers, the coalescer, the source and the invalidation.
 */
public final class CacheStrategyService<V> {

    private final CacheDefinition<V> definition;
    private final MultiLevelCacheService<V> tiers;
    private final CacheInvalidationService invalidation;
    private final Flights<Lookup<V>> flights;
    private final ReadService<V> reads;
    private final LoaderReads<V> loading;
    private final ScopedReads<V> scoped;
    private final RefreshService<V> refreshes;
    private final BatchService<V> batches;
    private final WriteService<V> writes;
    private final ConditionalService<V> conditional;
    private final LevelService<V> levels;
    private final Optional<Loader<V>> source;
    private final Consumer<LocalEntry<V>> attendFromSource;
    private final Lookup<V> notThere = new Lookup.Absent<>(Tier.SOURCE);

    /** The strategies over these parts of the namespace. */
    public CacheStrategyService(CacheDefinition<V> definition, Supplier<NamespacePolicy> policy,
            MultiLevelCacheService<V> tiers, CacheInvalidationService invalidation, NodeRuntime runtime) {
        this.definition = definition;
        this.tiers = tiers;
        this.invalidation = invalidation;
        EntryMaker<V> entries = new EntryMaker<>(policy, new EntryTags<>(definition, invalidation.dependants())::of,
                runtime.dates(),
                new TtlDecision(
                        tiers::useOf, runtime.random()));
        RequestCoalescer<Lookup<V>> coalescer = coalescer(tiers, runtime);
        this.flights = new Flights<>(coalescer, coalescer(tiers, runtime));
        Patience<V> patience = new Patience<>(policy, tiers.statistics()::meanLoadTime, runtime.waiter(),
                runtime.ticker());
        this.reads = new ReadService<>(tiers, entries, flights, patience, runtime.ticker());
        this.scoped = new ScopedReads<>(tiers, invalidation);
        this.refreshes = new RefreshService<>(tiers, reads, policy, runtime);
        this.loading = new LoaderReads<>(definition::key, tiers, invalidation, reads, refreshes);
        this.batches = new BatchService<>(definition, scoped,
                new BatchReadService<>(tiers, entries, coalescer, patience,
                        runtime.ticker()),
                refreshes, new BatchWriteService<>(tiers, entries, invalidation, policy));
        this.writes = new WriteService<>(tiers, entries, invalidation, policy);
        this.conditional = new ConditionalService<>(definition, tiers, entries, invalidation);
        this.levels = new LevelService<>(definition, tiers, invalidation);
        this.source = definition.source().map(Loader::of);
        this.attendFromSource = copy -> refreshes.attend(copy, source);
    }

    private static <V> RequestCoalescer<Lookup<V>> coalescer(MultiLevelCacheService<V> tiers, NodeRuntime runtime) {
        return new RequestCoalescer<>(runtime.executor(), runtime.ticker(), () -> tiers.count(CacheEvent.COALESCED),
                tiers::mayServe);
    }

    /** Has writes of the namespace that wait go to its source, if that takes writes. */
    public void drainBehind() {
        if (definition.source().isPresent() && definition.source().get() instanceof WritableSource<V> writable) {
            tiers.behind().drainTo(definition.namespace(), new BehindTarget<>(tiers.behind(), writes, writable));
        }
    }

    /** What this node holds of the namespace in its memory. */
    public List<Region> regions() {
        Region copies = new CacheRegion<>(tiers, flights);
        return definition.filter().<List<Region>>map(filter -> List.of(copies, new FilterRegion(filter)))
                .orElseGet(() -> List.of(copies));
    }

    /** The same for many keys in one call. */
    public BatchService<V> batches() {
        return batches;
    }

    /** Writes that depend on what is there. */
    public ConditionalService<V> conditional() {
        return conditional;
    }

    /** The levels one by one. */
    public LevelService<V> levels() {
        return levels;
    }

    /** Read-through where there is a source, else what is cached. */
    public Lookup<V> get(String identifier) {
        if (ReadScope.isOpen()) {
            return scoped.read(key(identifier), known -> source.isEmpty() || !(known instanceof Lookup.Miss<V>),
                    attendFromSource, this::beyondLocal);
        }
        Optional<LocalEntry<V>> copy = tiers.findLocal(identifier, attendFromSource);
        return copy.isPresent() ? copy.get().lookup() : beyondLocal(key(identifier));
    }

    private Lookup<V> beyondLocal(CacheKey key) {
        // A loader makes something of the answer that is cached for longer than the filter may be mistaken.
        if (LoadScope.current().isEmpty() && definition.isKnownNotToExist(key.identifier())) {
            return notThere;
        }
        return source.isPresent() ? reads.read(key, source.get()) : tiers.findRemote(key);
    }

    /** What is cached. */
    public Lookup<V> peek(String identifier) {
        if (ReadScope.isOpen()) {
            return scoped.read(key(identifier), known -> true, attendFromSource, tiers::findRemote);
        }
        Optional<LocalEntry<V>> copy = tiers.findLocal(identifier, attendFromSource);
        return copy.isPresent() ? copy.get().lookup() : tiers.findRemote(key(identifier));
    }

    /** Cache-aside. */
    public LoaderReads<V> loading() {
        return loading;
    }

    /** As {@link #get(String)}, as these options say. */
    public Lookup<V> get(String identifier, ReadOptions options) {
        CacheKey key = key(identifier);
        if (source.isPresent()) {
            return definition.isKnownNotToExist(identifier) ? notThere : loading.read(key, source.get(), options);
        }
        return switch (options.local()) {
            case LOOK -> scoped.read(key, known -> true, attendFromSource, missing -> tiers.findRemote(missing, options
                    .promotion()));
            case BYPASS -> scoped.readBeyond(key, any -> tiers.findRemote(any, options.promotion()));
            case REFRESH -> throw new CacheConfigurationException("the refresh of " + key
                    + " has nothing to load from; give it a loader, or the namespace a source of truth");
        };
    }

    /** Write-through where there is a source, else a write to the cache. */
    public WriteResult<V> put(String identifier, V value, WriteOptions options) {
        CacheKey key = key(identifier);
        LoadedValues.written(key, value);
        return definition.source().isPresent() ? writes.put(key, value, options, definition.writable())
                : options.keepsTtl() ? conditional.put(identifier, value, options)
                        : writes.set(key, value, options);
    }

    /** Deletes at the source, then in the cache. */
    public DeleteResult delete(String identifier) {
        return writes.delete(key(identifier), definition.writable());
    }

    /** Drops what is selected, in both tiers and on all nodes. */
    public InvalidationResult invalidate(KeySelection selection) {
        return invalidation.invalidate(selection);
    }

    /** Makes keys of the namespace. */
    public CacheKeyGenerator keys() {
        return new CacheKeyGenerator(definition.namespace(), definition.version());
    }

    /** The full name of an identifier. */
    public CacheKey key(String identifier) {
        return definition.key(identifier);
    }

    /** What the next {@link #get(String)} of an identifier that L1 does not hold has to do with loads. */
    public Loading loading(String identifier) {
        if (source.isEmpty()) {
            return Loading.NEVER;
        }
        if (flights.reads().isUnderWay(key(identifier))) {
            return Loading.UNDER_WAY;
        }
        return reads.hasJustFailed(key(identifier)) ? Loading.JUST_FAILED : Loading.ON_MISS;
    }

    /** Whether the namespace has a source of truth. */
    public boolean hasSource() {
        return definition.source().isPresent();
    }
}
