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
    FLUSH_REDIS;

    /** Whether a service ends by it. */
    public boolean kills() {
        return this == KILL_SERVICE || this == KILL_IN_DRAIN || this == KILL_IN_RECOVERY;
    }

    /** Whether it is Redis alone that fails. */
    public boolean isOfRedis() {
        return this == KILL_REDIS || this == PAUSE_REDIS || this == FLUSH_REDIS;
    }
}
