package io.hexcache.domain.explain;

/** What a read of a key that L1 does not hold has to do with loads. */
public enum Loading {

    /** There is no source to load from. */
    NEVER,

    /** It loads what L2 does not hold either. */
    ON_MISS,

    /** As that, but its last load has just failed: who has something stale in L1 does not ask the source again yet. */
    JUST_FAILED,

    /** It joins the load of another reader of this node, wherever that finds the value. */
    UNDER_WAY
}
