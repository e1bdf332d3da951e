package io.hexcache.simulation.world;

/**
 * A value that says how old it is.
 *
 * @param version 1 for the first state of this identifier at the source, and so on
 */
public record Versioned(String identifier, long version) {}
