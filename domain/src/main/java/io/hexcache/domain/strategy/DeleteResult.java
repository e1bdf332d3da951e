package io.hexcache.domain.strategy;

import io.hexcache.domain.invalidation.Completion;

/**
 * What a delete did.
 *
 * @param existed whether the source held something
 */
public record DeleteResult(boolean existed, Completion completion) {}
