package io.hexcache.domain;

import io.hexcache.domain.port.LocalUsage;
import io.hexcache.domain.statistics.NamespaceStatistics;
import io.hexcache.domain.strategy.CacheDefinition;
import java.util.function.Supplier;

/** A declared namespace: what its owner said, its handle, and what has happened in it. */
public record DeclaredCache<V>(CacheDefinition<V> definition, Cache<V> cache, NamespaceStatistics statistics,
        Supplier<LocalUsage> localUsage) {}
