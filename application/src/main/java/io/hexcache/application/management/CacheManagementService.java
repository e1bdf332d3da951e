package io.hexcache.application.management;

import io.hexcache.application.management.ManagementResult.Refused.Reason;
import io.hexcache.domain.Cache;
import io.hexcache.domain.Caches;
import io.hexcache.domain.DeclaredCache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.invalidation.InvalidationResult;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.WriteOptions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers the operator's commands from the caches of this node. */
public final class CacheManagementService implements CacheManagementUseCase {

    private final Caches caches;
    private final List<HealthCheck> healthChecks;

    /** A service on these caches; {@code healthChecks} look at the parts of the node. */
    public CacheManagementService(Caches caches, List<HealthCheck> healthChecks) {
        this.caches = caches;
        this.healthChecks = List.copyOf(healthChecks);
    }

    @Override
    public ManagementResult execute(ManagementCommand command) {
        return switch (command) {
            case ManagementCommand.ReadEntry(var namespace, var identifier) ->
                    declared(namespace, cache -> read(cache.cache(), identifier));
            case ManagementCommand.PutEntry put -> declared(put.namespace(), cache -> put(cache, put));
            case ManagementCommand.RemoveEntry(var namespace, var identifier) ->
                    declared(namespace, cache -> invalidated(cache.cache().invalidate(identifier)));
            case ManagementCommand.InvalidateKeys(var keys) -> invalidateKeys(keys);
            case ManagementCommand.InvalidatePattern(var pattern) -> invalidate(new KeySelection.Matching(pattern));
            case ManagementCommand.InvalidatePrefix(var prefix) -> invalidate(new KeySelection.StartingWith(prefix));
            case ManagementCommand.InvalidateNamespace(var namespace) -> invalidateNamespace(namespace);
            case ManagementCommand.InvalidateTags(var tags) -> invalidate(new KeySelection.Tagged(tags));
            case ManagementCommand.ShowStatistics() -> statistics();
            case ManagementCommand.CheckHealth() -> health();
        };
    }

    private ManagementResult declared(Namespace namespace, Function<DeclaredCache<?>, ManagementResult> then) {
        return caches.find(namespace).map(then).orElseGet(() -> unknown(namespace));
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

    private ManagementResult invalidateKeys(List<String> texts) {
        Set<CacheKey> keys = new HashSet<>();
        for (String text : texts) {
            CacheKey key = CacheKey.parse(text, 0);
            Optional<DeclaredCache<?>> owner = caches.find(key.namespace());
            if (owner.isEmpty()) {
                return unknown(key.namespace());
            }
            keys.add(CacheKey.parse(text, owner.get().definition().version()));
        }
        return invalidate(new KeySelection.Keys(keys));
    }

    private ManagementResult invalidateNamespace(Namespace namespace) {
        boolean known = caches.all().stream().anyMatch(cache -> cache.definition().namespace().isWithin(namespace));
        return known ? invalidate(new KeySelection.Within(namespace)) : unknown(namespace);
    }

    private ManagementResult invalidate(KeySelection selection) {
        return invalidated(caches.invalidate(selection));
    }

    private static ManagementResult invalidated(InvalidationResult result) {
        return new ManagementResult.Invalidated(result.removed(), result.completion());
    }

    private ManagementResult unknown(Namespace namespace) {
        String known = caches.all().stream().map(cache -> cache.definition().namespace().name()).collect(Collectors
                .joining(", "));
        return new ManagementResult.Refused(Reason.UNKNOWN_NAMESPACE, "namespace " + namespace
                + " is not declared on this node; declared are: " + known);
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
