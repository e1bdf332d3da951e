package io.hexcache.domain.port;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;

/**
 * Tells the other nodes what has changed, so that they drop their copies in L1, and lets every node find out whether
 * it has heard everything. Messages carry names and stamps, never values.
 *
 * <p>
 * For each origin the bus keeps a head: the number of its last message. Messages may be lost, doubled and reordered on
 * their way; the heads are not on that way, so who compares what it received with the heads notices each loss.
 *
 * <p>
 * <b>Failures</b> are those of {@link CacheStore}; a call that failed may still take effect.
 */
public interface InvalidationBus extends AutoCloseable {

    /**
     * Raises the head of this origin and sends the change to all subscribers, the origin itself included.
     *
     * @param told number of the last message that this origin knows of; 0 at first
     * @return the number of this message: {@code max(head, told) + 1}, so that none is used twice even if the bus has
     *         lost the head
     */
    long announce(Origin origin, long told, Change change);

    /**
     * Writes the caller's beat and reads the heads and beats of all origins, in one step.
     *
     * @param own replaces the earlier beat of this origin; raises its head to {@code own.told()} if that is larger
     * @return the heads of all origins that have not been silent for a minute, the caller's too
     */
    Heads exchange(Origin origin, Beat own);

    /**
     * Begins to deliver to this listener; called once. Returns without waiting for the connection, which the bus
     * makes and, when it breaks, makes again until it is closed. What is announced meanwhile is lost on a bus that does
     * not keep it.
     */
    void subscribe(BusListener listener);

    /**
     * Ends the subscription, says goodbye for the origins that have used this bus, as far as it is heard, and frees
     * what the bus holds; further calls do nothing.
     */
    @Override
    void close();
}
