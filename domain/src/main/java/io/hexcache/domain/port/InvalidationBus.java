package io.hexcache.domain.port;

import io.hexcache.domain.key.KeySelection;

/**
 * Tells the other nodes what has changed, so that they drop their copies in L1. Messages carry selections, never
 * values. Delivery is at most once per connected listener: what is sent while a node is not connected never reaches
 * it, which is why a listener learns of every loss of the connection.
 */
public interface InvalidationBus extends AutoCloseable {

    /**
     * Hands the change to the bus for all other nodes.
     *
     * @throws io.hexcache.domain.error.CacheConnectionException or another cache error, if the bus did not take it;
     *         the message may still be delivered
     */
    void publish(KeySelection change);

    /**
     * Begins to deliver to this listener; called once. Returns without waiting for the connection, which the bus
     * makes and, when it breaks, makes again until it is closed.
     */
    void subscribe(BusListener listener);

    /** Ends the subscription and frees what the bus holds; further calls do nothing. */
    @Override
    void close();
}
