package io.hexcache.contract;

/**
 * The contract of {@link io.hexcache.domain.port.LocalCache}: entries, bounds, races. An adapter extends this class in
 * its tests and names its factory.
 */
public abstract class LocalCacheContract implements LocalEntryTests, LocalBoundTests, LocalRaceTests {}
