package io.hexcache.domain.port;

/**
 * What one L1 holds.
 *
 * @param entries number of copies, expired ones included until they are evicted
 * @param bytes weight of the copies, each counted with the minimum weight of its limits at least
 * @param evictions copies that were pushed out by others since the start
 */
public record LocalUsage(long entries, long bytes, long evictions) {}
