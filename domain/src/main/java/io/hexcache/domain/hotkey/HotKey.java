package io.hexcache.domain.hotkey;

/**
 * A key that was read often in a window.
 *
 * @param reads how often, estimated; rather too high than too low
 * @param error by how much {@code reads} may be too high, sampling aside
 */
public record HotKey(String identifier, long reads, long error) {}
