package io.hexcache.domain.warming;

/** Which of the runs that wait begins first. */
public enum WarmingPriority {

    /** Before all others. */
    HIGH,

    /** As usual. */
    NORMAL,

    /** When nothing else waits. */
    LOW
}
