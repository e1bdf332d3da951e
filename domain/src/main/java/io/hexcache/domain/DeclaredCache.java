package io.hexcache.domain;

import io.hexcache.domain.explain.Explanation;
import io.hexcache.domain.hotkey.HotKeys;
import io.hexcache.domain.port.LocalUsage;
import io.hexcache.domain.statistics.NamespaceStatistics;
import io.hexcache.domain.strategy.CacheDefinition;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A declared namespace: what its owner said, its handle, what has happened in it, and what can be asked about it. */
public record DeclaredCache<V>(CacheDefinition<V> definition, Cache<V> cache, NamespaceStatistics statistics,
        Insight insight) {

    /**
     * Looks into a namespace, which change nothing.
     *
     * @param localUsage what L1 holds
     * @param explain why the next {@code get} of an identifier would come to what it does
     * @param hotKeys the keys that were read most often lately, at most so many
     */
    public record Insight(Supplier<LocalUsage> localUsage, Function<String, Explanation> explain,
            IntFunction<HotKeys> hotKeys) {}

    /** What L1 holds. */
    public Supplier<LocalUsage> localUsage() {
        return insight.localUsage();
    }

    /** Why the next {@code get} of an identifier would come to what it does; changes nothing. */
    public Function<String, Explanation> explain() {
        return insight.explain();
    }
}
