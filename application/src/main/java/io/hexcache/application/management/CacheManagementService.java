package io.hexcache.application.management;

import io.hexcache.application.management.ManagementResult.Refused.Reason;
import io.hexcache.domain.Cache;
import io.hexcache.domain.Caches;
import io.hexcache.domain.DeclaredCache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.Policies;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.WriteOptions;
import io.hexcache.domain.time.Ticker;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers the operator's commands from the caches of this node. */
public final class CacheManagementService implements CacheManagementUseCase {

    private final Caches caches;
    private final List<HealthCheck> healthChecks;
    private final KnownNamespaces namespaces;
    private final InvalidationCommands invalidations;
    private final PolicyCommands policyCommands;
    private final AdviceCommand adviceCommand;
    private final CounterCommands counterCommands;
    private final WarmingCommands warmingCommands;
    private final ScheduleCommands scheduleCommands;
    private final FilterCommands filterCommands;
    private final WriteBehindCommands writeBehindCommands;

    /**
     * A service on these caches.
     *
     * @param healthChecks look at the parts of the node
     * @param policies by which the caches work
     * @param ticker measures since when things have been counted
     * @param services what there is beside the caches
     */
    public CacheManagementService(Caches caches, List<HealthCheck> healthChecks, Policies policies, Ticker ticker,
            ManagedServices services) {
        this.caches = caches;
        this.healthChecks = List.copyOf(healthChecks);
        this.namespaces = new KnownNamespaces(caches);
        this.invalidations = new InvalidationCommands(caches, namespaces);
        this.policyCommands = new PolicyCommands(namespaces, policies);
        this.adviceCommand = new AdviceCommand(namespaces, ticker);
        this.counterCommands = new CounterCommands(services.counters());
        this.warmingCommands = new WarmingCommands(services.warming());
        this.scheduleCommands = new ScheduleCommands(services.scheduled(), invalidations);
        this.filterCommands = new FilterCommands(services.filters(), namespaces);
        this.writeBehindCommands = new WriteBehindCommands(services.writeBehind());
    }

    @Override
    public ManagementResult execute(ManagementCommand command) {
        return switch (command) {
            case ManagementCommand.ReadEntry(var namespace, var identifier) ->
                    namespaces.declared(namespace, cache -> read(cache.cache(), identifier));
            case ManagementCommand.PutEntry put -> namespaces.declared(put.namespace(), cache -> put(cache, put));
            case ManagementCommand.RemoveEntry(var namespace, var identifier) ->
                    namespaces.declared(namespace,
                            cache -> InvalidationCommands.invalidated(cache.cache().invalidate(identifier)));
            case ManagementCommand.Invalidation invalidation -> invalidations.carryOut(invalidation);
            case ManagementCommand.AdvanceEpoch(var entity) ->
                    InvalidationCommands.invalidated(caches.advanceEpoch(entity));
            case ManagementCommand.ReportEvent(var event) -> InvalidationCommands.invalidated(caches.on(event));
            case ManagementCommand.ReportDataChange(var change) -> InvalidationCommands.invalidated(caches.on(change));
            case ManagementCommand.PreviewInvalidation preview -> invalidations.preview(preview);
            case ManagementCommand.ExplainKey(var namespace, var identifier) ->
                    namespaces.declared(namespace, cache -> new ManagementResult.Explained(cache.explain().apply(
                            identifier)));
            case ManagementCommand.ShowHotKeys(var namespace, var most) -> hottest(namespace, most);
            case ManagementCommand.ShowStatistics() -> statistics();
            case ManagementCommand.CheckHealth() -> health();
            case ManagementCommand.ShowPolicies(var namespace) -> policyCommands.show(namespace);
            case ManagementCommand.ChangePolicy(var namespace, var values) -> policyCommands.change(namespace, values);
            case ManagementCommand.ResetPolicy(var namespace) -> policyCommands.reset(namespace);
            case ManagementCommand.Advise(var namespace, var staleness) -> adviceCommand.advise(namespace, staleness);
            case ManagementCommand.OnCounter onCounter -> counterCommands.execute(onCounter);
            case ManagementCommand.OnWarming onWarming -> warmingCommands.execute(onWarming);
            case ManagementCommand.OnSchedule onSchedule -> scheduleCommands.execute(onSchedule);
            case ManagementCommand.OnWriteBehind onBehind -> writeBehindCommands.execute(onBehind);
            case ManagementCommand.OnFilter onFilter -> filterCommands.execute(onFilter);
        };
    }

    private static ManagementResult read(Cache<?> cache, String identifier) {
        return switch (cache.peek(identifier)) {
            case Lookup.Hit<?> hit -> new ManagementResult.EntryFound(hit);
            case Lookup.Absent<?> absent -> new ManagementResult.EntryAbsent(absent);
            case Lookup.Miss<?> _ -> new ManagementResult.EntryNotCached();
        };
    }

    private static <V> ManagementResult put(DeclaredCache<V> declared, ManagementCommand.PutEntry put) {
        Namespace namespace = put.namespace();
        if (declared.cache().hasSource()) {
            return new ManagementResult.Refused(Reason.OWNED_BY_SOURCE, "namespace " + namespace
                    + " has a source of truth; change the value there, or invalidate the entry");
        }
        Class<V> type = declared.definition().type();
        if (!type.isInstance(put.value())) {
            return new ManagementResult.Refused(Reason.OWNED_BY_SOURCE, "namespace " + namespace
                    + " holds values of the code that owns it, which cannot be put by hand");
        }
        WriteOptions options = new WriteOptions(put.ttl(), put.tags());
        return new ManagementResult.EntryStored(declared.cache().put(put.identifier(), type.cast(put.value()), options)
                .completion());
    }

    private ManagementResult hottest(Namespace namespace, int most) {
        if (most < 1 || most > ManagementCommand.ShowHotKeys.MAX_KEYS) {
            return new ManagementResult.Refused(Reason.ILLEGAL_VALUE, "most is %d; it must be 1 to %d".formatted(most,
                    ManagementCommand.ShowHotKeys.MAX_KEYS));
        }
        return namespaces.declared(namespace, cache -> new ManagementResult.Hottest(namespace, cache.insight().hotKeys()
                .apply(most)));
    }

    private ManagementResult statistics() {
        return new ManagementResult.Statistics(caches.all().stream().map(CacheManagementService::report).toList());
    }

    private static NamespaceReport report(DeclaredCache<?> cache) {
        Map<CacheEvent, Long> events = Arrays.stream(CacheEvent.values()).collect(Collectors.toMap(event -> event,
                event -> cache.statistics().of(event)));
        return new NamespaceReport(cache.definition().namespace(), events, cache.localUsage().get());
    }

    private ManagementResult health() {
        List<ComponentHealth> components = healthChecks.stream().map(HealthCheck::check).toList();
        boolean ready = components.stream().allMatch(component -> component.up() || !component.required());
        return new ManagementResult.Health(true, ready, components);
    }
}
