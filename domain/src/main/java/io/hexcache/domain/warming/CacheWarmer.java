package io.hexcache.domain.warming;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.policy.TtlOptions;
import io.hexcache.domain.strategy.ReadOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Warms through the handle, by the same reads that everybody uses: so whatever overtakes a load here is treated as it
 * is there, and nothing stale is ever stored.
 *
 * @param read answers what is cached, or what it loads
 * @param readAll the same for many; empty if they cannot be loaded at once
 */
record CacheWarmer<V>(Cache<V> cache, Function<String, Lookup<V>> read,
        Optional<Function<List<String>, Map<String, Lookup<V>>>> readAll) implements KeyWarmer {

    /** Warms from the source of truth of the namespace, many at once where that can read so. */
    static <V> CacheWarmer<V> reading(Cache<V> cache, ReadOptions options) {
        Function<List<String>, Map<String, Lookup<V>>> all = identifiers -> cache.batches().getAll(identifiers,
                TtlOptions.of(options.ttl()));
        return new CacheWarmer<>(cache, identifier -> cache.get(identifier, options), Optional.of(all).filter(
                bulk -> cache.batches().loadsAtOnce()));
    }

    /** Warms by a loader. */
    static <V> CacheWarmer<V> loading(Cache<V> cache, Function<String, Optional<V>> loader, ReadOptions options) {
        return new CacheWarmer<>(cache, identifier -> cache.findOrLoad(identifier, loader, options), Optional.empty());
    }

    @Override
    public Outcome warm(String identifier, WarmingMode mode) {
        if (mode == WarmingMode.FORCE) {
            cache.invalidate(identifier);
        }
        return outcome(read.apply(identifier)).orElseThrow(() -> new CacheReadException("warming of " + cache.key(
                identifier) + " found only what had expired; see why its source does not answer"));
    }

    @Override
    public Map<String, Outcome> warmAtOnce(List<String> identifiers, WarmingMode mode) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        if (mode == WarmingMode.ONLY_IF_MISSING) {
            readAll.orElse(cache.batches()::peekAll).apply(identifiers).forEach((identifier, found) -> outcome(found)
                    .ifPresent(done -> outcomes.put(identifier, done)));
        }
        return outcomes;
    }

    private static Optional<Outcome> outcome(Lookup<?> found) {
        return switch (found) {
            case Lookup.Hit<?> hit when hit.freshness() == Freshness.FRESH -> Optional.of(outcome(hit.tier()));
            case Lookup.Absent<?>(Tier tier) -> Optional.of(outcome(tier));
            case Lookup.Hit<?> _, Lookup.Miss<?> _ -> Optional.empty();
        };
    }

    private static Outcome outcome(Tier tier) {
        return tier == Tier.SOURCE ? Outcome.WARMED : Outcome.SKIPPED;
    }
}
