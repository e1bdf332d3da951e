package io.hexcache.domain.bus;

/**
 * A change on its way.
 *
 * @param sequence 1 for the first message of the origin, and so on without a gap
 */
public record Message(Origin origin, long sequence, Change change) {}
