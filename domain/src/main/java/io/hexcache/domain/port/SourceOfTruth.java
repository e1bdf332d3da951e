package io.hexcache.domain.port;

import java.util.Optional;

/**
 * What the cache is a cache of, read by identifier. Its exceptions are its own: they reach the caller of the cache as
 * they were thrown, and nothing is cached after one.
 *
 * <p>
 * Reads see every write that was acknowledged before they began. A source that reads from a lagging replica is legal,
 * but then the cache can be as late as the replica.
 *
 * @param <V> type of the values
 */
public interface SourceOfTruth<V> {

    /** What the source holds now; empty if it holds nothing under this identifier. */
    Optional<V> load(String identifier);
}
