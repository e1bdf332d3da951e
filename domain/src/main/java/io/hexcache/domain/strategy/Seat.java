package io.hexcache.domain.strategy;

/**
 * A caller's place in a load.
 *
 * @param leads whether the load is the caller's own
 */
record Seat<R>(Flight<R> flight, boolean leads) {}
