package io.hexcache.reliability.history;

/**
 * An answer to a read.
 *
 * @param node the service that was asked
 * @param begin when it was sent
 * @param end when its answer had arrived
 * @param value what it found; {@link KeyHistory#REMOVED} for nothing
 */
public record Read(int node, long begin, long end, long value) {}
