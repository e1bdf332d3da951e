package io.hexcache.domain.advice;

/** Who writes what, in which order. */
public enum CachingPattern {

    /** A read that misses loads and caches; a write goes to the source and removes what is cached. */
    CACHE_ASIDE,

    /** Every write goes through the cache to the source first, and only then is it answered. */
    WRITE_THROUGH,

    /** A write is answered once it is cached and journaled; the source has it later. */
    WRITE_BEHIND
}
