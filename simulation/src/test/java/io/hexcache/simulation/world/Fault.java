package io.hexcache.simulation.world;

/** What goes wrong; each kind is counted. */
public enum Fault {

    /** A message is not delivered, and nobody is told. */
    MESSAGE_LOST,

    /** A message is delivered twice. */
    MESSAGE_DOUBLED,

    /** A message is delivered after a later one of the same origin. */
    MESSAGE_REORDERED,

    /** A message takes 50 ms to 3 s. */
    MESSAGE_DELAYED,

    /** A node does not reach the store. */
    CUT_FROM_STORE,

    /** A node does not reach the bus. */
    CUT_FROM_BUS,

    /** A process stands still for a while. */
    NODE_PAUSED,

    /** A process ends in the middle of what it does, and another one begins in its place. */
    NODE_CRASHED,

    /** The store restarts with nothing. */
    STORE_EMPTIED,

    /** An older copy of the store takes its place. */
    STORE_FAILED_OVER,

    /** The store drops an entry. */
    ENTRY_EVICTED,

    /** The store drops the register. */
    REGISTER_EVICTED,

    /** A call that has timed out is applied afterwards. */
    LATE_WRITE,

    /** The answer to a call is lost. */
    ANSWER_LOST,

    /** The dates of a node jump. */
    CLOCK_SKEWED,

    /** The source fails, before or after it has taken a change. */
    SOURCE_FAILED
}
