package io.hexcache.domain.entry;

/** Where an answer came from. */
public enum Tier {

    /** The memory of this process. */
    L1,

    /** The store behind it, shared by the nodes where it is a remote one. */
    L2,

    /** The source of truth or the caller's loader: the answer was a miss, and was loaded. */
    SOURCE
}
