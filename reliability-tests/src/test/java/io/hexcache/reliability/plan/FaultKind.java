package io.hexcache.reliability.plan;

/** What can go wrong. */
public enum FaultKind {
    /** {@code kill -9} of a service at any moment. */
    KILL_SERVICE,
    /** {@code kill -9} of a service that has just been told to write what waits. */
    KILL_IN_DRAIN,
    /** {@code kill -9} of a service, and again while it starts. */
    KILL_IN_RECOVERY,
    /** {@code SIGSTOP} of a service, and {@code SIGCONT}. */
    PAUSE_SERVICE,
    /** {@code kill -9} of Redis, which starts again without data. */
    KILL_REDIS,
    /** {@code SIGSTOP} of Redis, and {@code SIGCONT}. */
    PAUSE_REDIS,
    /** {@code FLUSHALL}. */
    FLUSH_REDIS,
    /** What one service and Redis say to each other comes late. */
    SLOW_LINK,
    /** It does not come until the fault ends, and then all of it. */
    HANG_LINK,
    /** Redis gets what one service sends; its replies do not come until the fault ends. */
    HALF_OPEN_LINK,
    /** The connections of one service to Redis break in the midst of a reply, and there are no new ones. */
    CUT_LINK;
}
