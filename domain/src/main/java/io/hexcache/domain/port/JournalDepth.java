package io.hexcache.domain.port;

/**
 * How much a journal holds.
 *
 * @param pending records that wait for the source
 * @param dead records that were set aside
 * @param newestOrder the largest order that it has ever held, as far as it knows; 0 if none
 */
public record JournalDepth(long pending, long dead, long newestOrder) {}
