package io.hexcache.domain.entry;

/** Whether an answer is within its time to live. */
public enum Freshness {

    /** Within its time to live. */
    FRESH,

    /** Expired, never invalidated, and served because nothing better was to be had. */
    STALE
}
