package io.hexcache.reliability.history;

/**
 * An answer to a read.
 *
 * @param node the service that was asked
 * @param begin when it was sent
 * @param end when its answer had arrived
 * @param value what it found; {@link KeyHistory#REMOVED} for nothing
 * @param from the tier that it was found in, as the answer says; empty if it does not
 */
public record Read(int node, long begin, long end, long value, String from) {}
