package io.hexcache.domain.port;

import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import java.util.Set;

/**
 * One copy in L1, made so that a hit returns {@code lookup} without building anything.
 *
 * @param lookup the hit or the absence that a reader gets
 * @param bytes size of the encoded entry
 * @param deadline reading of the node's ticker from which on the copy is expired
 * @param epoch the L1 epoch in which the copy was stored; a copy of another epoch does not count
 */
public record LocalEntry<V>(CacheKey key, Lookup<V> lookup, Set<Tag> tags, int bytes, long deadline, long epoch) {}
