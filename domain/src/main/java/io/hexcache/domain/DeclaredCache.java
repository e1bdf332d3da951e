package io.hexcache.domain;

import io.hexcache.domain.explain.Explanation;
import io.hexcache.domain.port.LocalUsage;
import io.hexcache.domain.statistics.NamespaceStatistics;
import io.hexcache.domain.strategy.CacheDefinition;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A declared namespace: what its owner said, its handle, and what has happened in it.
 *
 * @param explain why the next {@code get} of an identifier would come to what it does; changes nothing
 */
public record DeclaredCache<V>(CacheDefinition<V> definition, Cache<V> cache, NamespaceStatistics statistics,
        Supplier<LocalUsage> localUsage, Function<String, Explanation> explain) {}
