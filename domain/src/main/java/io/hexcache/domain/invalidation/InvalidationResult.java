package io.hexcache.domain.invalidation;

/**
 * What an invalidation did.
 *
 * @param removed live entries that this call removed from L2; a deferred call may know of fewer than there were
 */
public record InvalidationResult(long removed, Completion completion) {}
