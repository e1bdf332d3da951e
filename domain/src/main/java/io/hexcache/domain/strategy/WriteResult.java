package io.hexcache.domain.strategy;

import io.hexcache.domain.invalidation.Completion;

/**
 * What a write did.
 *
 * @param stored what is held now, which a source may have completed, with a version for instance
 */
public record WriteResult<V>(V stored, Completion completion) {}
