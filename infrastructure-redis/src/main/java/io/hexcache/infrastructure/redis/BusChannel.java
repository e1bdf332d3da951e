package io.hexcache.infrastructure.redis;

/** How the bus publishes, and where it listens. */
interface BusChannel {

    /** Its name on the server. */
    byte[] name();

    /** The script that announces a change on it. */
    Script announce();

    /** Connects and asks for the channel; the server confirms it later. */
    Subscription subscribe();

    /** The server, as messages name it. */
    String node();
}
