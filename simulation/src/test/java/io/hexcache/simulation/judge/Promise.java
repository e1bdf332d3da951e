package io.hexcache.simulation.judge;

import java.time.Duration;

/**
 * How late a complete change may reach the other nodes.
 *
 * @param bound while they hear the bus
 * @param whileAway while a node hears nothing, or the store was replaced
 */
public record Promise(Duration bound, Duration whileAway) {

    /** As it is documented. */
    public static final Promise DOCUMENTED = new Promise(Duration.ofSeconds(1), Duration.ofSeconds(3));
}
