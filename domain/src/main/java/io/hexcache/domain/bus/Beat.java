package io.hexcache.domain.bus;

/**
 * What a node writes into the bus each time that it pulses.
 *
 * @param count one more than the time before; one that stands still tells of a node that has stopped
 * @param told number of the last message that the node knows to have sent
 */
public record Beat(long count, long told) {}
