package io.hexcache.infrastructure.resilience4j;

/** Whether a breaker lets calls through. */
public enum BreakerState {

    /** It lets all through. */
    CLOSED,

    /** It lets none through. */
    OPEN,

    /** It lets a few through, to see whether they are answered. */
    HALF_OPEN
}
