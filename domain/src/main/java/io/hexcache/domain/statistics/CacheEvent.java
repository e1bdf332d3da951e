package io.hexcache.domain.statistics;

/** What is counted. */
public enum CacheEvent {

    /** A read was answered by L1, with a value or an absence. */
    L1_HIT,

    /** A read was answered by L2, with a value or an absence. */
    L2_HIT,

    /** Neither tier could answer a read. */
    MISS,

    /** A value was loaded from the source. */
    LOAD,

    /** The source threw. */
    LOAD_FAILURE,

    /** A load was refused, since the source is asked as much as it may be. */
    LOAD_REFUSED,

    /** A read waited for the load of another one instead of loading itself. */
    COALESCED,

    /** L2 was away, late, or answered with an error. */
    STORE_FAILURE,

    /** L2 held something under the key that is not an entry of it. */
    UNREADABLE,

    /** A value was loaded but not stored in L2, since the key had changed or another node was loading. */
    FILL_REFUSED,

    /** A read was answered with an expired value. */
    STALE_SERVED,

    /** A value was loaded again in the background. */
    REFRESH,

    /** A value was written. */
    WRITE
}
