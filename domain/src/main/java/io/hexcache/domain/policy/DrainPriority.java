package io.hexcache.domain.policy;

/** Which of the writes that wait for the source goes first. None waits for ever for those of higher priority. */
public enum DrainPriority {

    /** Before the others. */
    HIGH,

    /** As nothing else was said. */
    NORMAL,

    /** When there is nothing else to do, or its turn has come. */
    LOW
}
