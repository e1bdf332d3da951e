package io.hexcache.domain.explain;

/** What the next read of a key comes to, as long as nothing changes. */
public enum Prediction {

    /** The copy in L1, or a write of this node that waits for the source. */
    HIT_L1,

    /** The entry in L2. */
    HIT_L2,

    /** An expired value at once, or while L2 is away one that may be outdated, marked stale. */
    STALE,

    /** It waits for the load of another reader. */
    WAIT,

    /** It loads, and what is loaded is stored. */
    LOAD,

    /** It loads, and what is loaded is not stored: L2 is away, or the key is being written. */
    LOAD_UNSTORED,

    /** Nothing: there is no source to load from. */
    MISS
}
