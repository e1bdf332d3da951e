package io.hexcache.domain.strategy;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.invalidation.CacheInvalidationService;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.policy.LoadPolicy.WhenAway;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.port.WritableSource;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.tier.BatchWriteLevels.Aimed;
import io.hexcache.domain.tier.BatchWriting;
import io.hexcache.domain.tier.MultiLevelCacheService;
import io.hexcache.domain.tier.WriteTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Writes of many keys of one namespace, as {@link WriteService} writes one: each step in one round trip to L2, and each
 * key with an outcome of its own.
 */
final class BatchWriteService<V> {

    private final MultiLevelCacheService<V> tiers;
    private final EntryMaker<V> entries;
    private final CacheInvalidationService invalidation;
    private final Supplier<NamespacePolicy> policy;
    private final SourceWrites<V> sources;

    BatchWriteService(MultiLevelCacheService<V> tiers, EntryMaker<V> entries, CacheInvalidationService invalidation,
            Supplier<NamespacePolicy> policy) {
        this.tiers = tiers;
        this.entries = entries;
        this.invalidation = invalidation;
        this.policy = policy;
        this.sources = new SourceWrites<>(tiers.behind(), entries, policy);
    }

    /** Writes to the cache, where no source stands behind it. */
    Map<String, WriteOutcome<V>> set(Map<CacheKey, Put<V>> puts) {
        Outcomes outcomes = new Outcomes();
        Set<CacheKey> shared = puts.entrySet().stream().filter(put -> put.getValue().options()
                .target() != WriteTarget.L1_ONLY).map(Map.Entry::getKey).collect(Collectors.toSet());
        invalidations(shared).forEach(invalidation::aboutToChange);
        long deferredBefore = invalidation.deferredSoFar();
        long stamp = tiers.stampNow();
        List<Aimed<V>> made = new ArrayList<>();
        puts.forEach(
                (key, put) -> outcomes.attempt(key, () -> made.add(aimed(key, put.value(), put.options(), stamp))));
        try {
            tiers.batchWrites().set(made).forEach(outcomes::fail);
        } catch (CacheException notConfirmed) {
            // L2 holds what it held before, or the new values: neither can be relied on.
            invalidations(shared).forEach(invalidation::invalidate);
            puts.keySet().forEach(key -> outcomes.fail(key, notConfirmed));
        }
        Set<CacheKey> written = outcomes.succeeded(puts.keySet());
        written.forEach(key -> tiers.count(CacheEvent.WRITE));
        invalidations(written).forEach(invalidation::detach);
        Set<CacheKey> announced = outcomes.succeeded(shared);
        announced.forEach(key -> invalidation.replaced(key, deferredBefore));
        Completion completion = all(announced, invalidation::announce);
        return outcomes.of(puts.keySet(), key -> new WriteResult<>(value(puts, key), announced.contains(key)
                ? completion
                : Completion.COMPLETE));
    }

    private static <V> V value(Map<CacheKey, Put<V>> puts, CacheKey key) {
        return Optional.ofNullable(puts.get(key)).orElseThrow().value();
    }

    /** Writes through or behind, one after the other. */
    Map<String, WriteOutcome<V>> put(Map<CacheKey, Put<V>> puts, WritableSource<V> source) {
        Outcomes outcomes = new Outcomes();
        Set<CacheKey> keys = neighbours(puts.keySet());
        invalidations(keys).forEach(invalidation::aboutToChange);
        Optional<BatchWriting> begun = begin(keys);
        Map<CacheKey, V> held = new LinkedHashMap<>();
        List<Aimed<V>> made = new ArrayList<>();
        puts.forEach((key, put) -> outcomes.attempt(key, () -> {
            V value = sources.store(key, put.value(), put.options(), source);
            held.put(key, value);
            tiers.count(CacheEvent.WRITE);
            begun.ifPresent(writing -> made.addAll(cacheable(key, value, put.options(), writing)));
        }));
        Set<CacheKey> confirmed = neighbours(held.keySet());
        keys.removeAll(confirmed);
        // The source may have taken those all the same, now or a little later: their guards stay closed for a while.
        invalidations(keys).forEach(invalidation::invalidate);
        boolean ended = begun.isPresent() && tiers.batchWrites().end(begun.get().without(keys), made);
        Completion completion = ended ? all(confirmed, invalidation::announce)
                : all(confirmed, changed -> invalidation.invalidate(changed).completion());
        return outcomes.of(puts.keySet(), key -> new WriteResult<>(Optional.ofNullable(held.get(key)).orElseThrow(),
                isBehind(puts, key) ? Completion.DEFERRED : completion));
    }

    private boolean isBehind(Map<CacheKey, Put<V>> puts, CacheKey key) {
        return Optional.ofNullable(puts.get(key)).filter(put -> sources.isBehind(put.options())).isPresent();
    }

    private Optional<BatchWriting> begin(Set<CacheKey> keys) {
        try {
            return Optional.of(tiers.batchWrites().begin(InOrder.copyOf(keys)));
        } catch (CacheException away) {
            tiers.count(CacheEvent.STORE_FAILURE);
            if (policy.get().loads().whenAway() == WhenAway.REFUSE) {
                throw away;
            }
            // The changes are not lost: what is cached is removed afterwards, or deferred.
            return Optional.empty();
        }
    }

    private List<Aimed<V>> cacheable(CacheKey key, V value, WriteOptions options, BatchWriting writing) {
        try {
            return List.of(aimed(key, value, options, writing.stamp()));
        } catch (RuntimeException unwritable) {
            // The source has taken a value that cannot be cached, since its tags are illegal: L2 ends it with nothing.
            return List.of();
        }
    }

    private Aimed<V> aimed(CacheKey key, V value, WriteOptions options, long stamp) {
        return new Aimed<>(entries.make(key, Optional.of(value), options, stamp), options.target());
    }

    private static Set<CacheKey> neighbours(Collection<CacheKey> keys) {
        return keys.stream().flatMap(key -> key.neighbours().stream()).collect(Collectors.toSet());
    }

    private static List<KeySelection.Keys> invalidations(Set<CacheKey> keys) {
        List<CacheKey> all = List.copyOf(keys);
        List<KeySelection.Keys> selections = new ArrayList<>();
        for (int from = 0; from < all.size(); from += KeySelection.Keys.MAX_KEYS) {
            selections.add(new KeySelection.Keys(InOrder.copyOf(all.subList(from, Math.min(all.size(), from
                    + KeySelection.Keys.MAX_KEYS)))));
        }
        return selections;
    }

    private static Completion all(Set<CacheKey> keys, Function<KeySelection.Keys, Completion> step) {
        // Each is carried out, also after one that is deferred.
        List<Completion> completions = invalidations(keys).stream().map(step).toList();
        return completions.contains(Completion.DEFERRED) ? Completion.DEFERRED : Completion.COMPLETE;
    }
}
